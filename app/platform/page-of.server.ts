/** The page a list is asked for; 1 where nothing sensible is asked. */
export function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return Number.isInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
}

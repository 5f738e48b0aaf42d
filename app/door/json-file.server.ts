/** JSON that the browser saves under a name of letters, digits, dots and dashes. */
export function jsonFile(value: unknown, name: string): Response {
  const safe = name.replace(/[^\w.-]/g, "");
  return new Response(JSON.stringify(value, null, 1), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${safe}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

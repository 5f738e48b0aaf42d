import { troubleKinds } from "./domain/trouble";

/** The filters of the page as they stand in its address. */
export function readTroubleFilter({ searchParams }: URL): { kind?: string; over: boolean; q?: string } {
  return {
    kind: troubleKinds.find((kind) => kind === searchParams.get("kind")),
    over: searchParams.get("over") === "1",
    q: searchParams.get("q")?.trim().slice(0, 60) || undefined,
  };
}

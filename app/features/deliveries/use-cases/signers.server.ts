import { colleaguesWith } from "~/features/identity/use-cases/colleagues.server";
import type { Deps } from "~/platform/context.server";

/** Who of an office may sign or take back what somebody handed over: everybody who may hand over, but that person. */
export async function authoritySigners(
  { tx }: Pick<Deps, "tx">,
  { departmentId, regionCode }: { departmentId: string; regionCode: string },
  but: string,
): Promise<string[]> {
  const all = await colleaguesWith(tx, { departmentId, regionCode }, "deliver:fact:department");
  return all.filter((userId) => userId !== but);
}

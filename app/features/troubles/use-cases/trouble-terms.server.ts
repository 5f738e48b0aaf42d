import type { Deps } from "~/platform/context.server";
import { shiftTroubles, troubleTerms } from "../adapters/trouble.repository.server";

/** Open troubles whose term ends on a day or later. */
export function readTroubleTerms({ tx }: Pick<Deps, "tx">, from: string) {
  return troubleTerms(tx, from);
}

/** Gives open troubles another last day. */
export async function moveTroubleTerms(
  { tx }: Pick<Deps, "tx">,
  shifts: readonly { subjectId: string; toDay: string }[],
): Promise<void> {
  if (shifts.length > 0) await shiftTroubles(tx, shifts);
}

import type { Move, Term } from "~/features/calendar/domain/term";
import type { TermKeeper } from "~/features/calendar/use-cases/term-keepers.server";
import type { Deps } from "~/platform/context.server";
import { shiftTroubles, troubleTerms as openTerms } from "../adapters/trouble.repository.server";

/** Open troubles whose term ends on a day or later. */
async function readTroubleTerms({ tx }: Pick<Deps, "tx">, from: string): Promise<Term[]> {
  return (await openTerms(tx, from)).map((row) => ({
    ...row,
    kind: "trouble" as const,
    owner: "office" as const,
    working: true,
    enterpriseId: null,
    firm: null,
    item: null,
  }));
}

/** Gives open troubles another last day. */
async function moveTroubleTerms({ tx }: Pick<Deps, "tx">, moves: readonly Move[]): Promise<void> {
  const own = moves.filter(({ kind }) => kind === "trouble");
  if (own.length > 0) await shiftTroubles(tx, own);
}

/** The terms of what can't go on, for a change of the calendar. */
export const troubleTerms: TermKeeper = { read: readTroubleTerms, move: moveTroubleTerms };

import { isCaseMove, type Move, type Term } from "~/features/calendar/domain/term";
import type { TermKeeper } from "~/features/calendar/use-cases/term-keepers.server";
import type { Deps } from "~/platform/context.server";
import { lockRows } from "../adapters/case.repository.server";
import { findOpenTerms, shiftCaseTerms, type CaseTermRow } from "../adapters/open-terms.repository.server";

/** Every open term of a case that ends on a day or later, with whether it counts working days and whose it is. */
async function readCaseTerms({ tx }: Pick<Deps, "tx">, from: string): Promise<Term[]> {
  return (await findOpenTerms(tx, from)).map((row) => ({
    ...row,
    owner: firmKinds.includes(row.kind) ? "firm" : "office",
    working: row.kind !== "wait" || row.step === "confirmation",
  }));
}

/** Time that a firm or everybody has, and nobody takes from them. */
const firmKinds: readonly CaseTermRow["kind"][] = ["correction", "publicity", "wait", "recovery"];

/** Locks the cases of terms, so that none moves meanwhile. */
export async function holdCases({ tx }: Pick<Deps, "tx">, terms: readonly { applicationId: string }[]): Promise<void> {
  await lockRows(tx, [...new Set(terms.map(({ applicationId }) => applicationId))]);
}

/** Gives open terms of held cases another last day. */
function moveCaseTerms({ tx }: Pick<Deps, "tx">, moves: readonly Move[]): Promise<void> {
  const own = moves.filter(isCaseMove).flatMap(({ kind, ...move }) => (kind === "urged" ? [] : [{ ...move, kind }]));
  return shiftCaseTerms(tx, own);
}

/** The terms of cases, for a change of the calendar. */
export const caseTerms: TermKeeper = { read: readCaseTerms, move: moveCaseTerms };

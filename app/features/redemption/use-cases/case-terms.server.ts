import { isCaseMove, type Move, type Term } from "~/features/calendar/domain/term";
import type { TermKeeper } from "~/features/calendar/use-cases/term-keepers.server";
import { shiftTerms } from "~/features/work/use-cases/keep-terms.server";
import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import { lockRows } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import { findOpenTerms, shiftCaseRows, type CaseTermRow } from "../adapters/open-terms.repository.server";

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

type CaseMoveOf = Pick<CaseTermRow, "subjectId" | "applicationId" | "step" | "kind"> & { toDay: string };

/** Gives open terms of held cases another last day, and the waits that end with them. */
async function moveCaseTerms(deps: Pick<Deps, "tx">, moves: readonly Move[]): Promise<void> {
  const own = moves.filter(isCaseMove).flatMap(({ kind, ...move }) => (kind === "urged" ? [] : [{ ...move, kind }]));
  for (const [kind, alike] of groupBy(own, (move) => move.kind))
    if (kind !== "task" && kind !== "wait") await shiftCaseRows(deps.tx, kind, alike);
  const days = (kind: CaseTermRow["kind"]) =>
    own.filter((move) => move.kind === kind).map(({ subjectId, toDay }) => ({ id: subjectId, day: toDay }));
  await shiftTerms(deps, { tasks: days("task"), terms: days("wait"), ofSubjects: own.flatMap(following) });
}

/** The wait of the case that ends with a term. */
function following({ kind, step, applicationId, toDay }: CaseMoveOf) {
  const wait = follower(kind, step);
  return wait === null ? [] : [{ subject: caseSubject(applicationId), kind: wait, day: toDay }];
}

/** The kind of wait that ends with a term. */
function follower(kind: CaseTermRow["kind"], step: string | null): string | null {
  if (kind === "correction" || kind === "publicity") return kind;
  return kind === "task" && (step === "admission" || step === "conferral") ? step : null;
}

/** The terms of cases, for a change of the calendar. */
export const caseTerms: TermKeeper = { read: readCaseTerms, move: moveCaseTerms };

import type { Deps } from "~/platform/context.server";
import { lockRows } from "../adapters/case.repository.server";
import { findOpenTerms, shiftCaseTerms, type CaseTermRow, type Shift } from "../adapters/open-terms.repository.server";

/** An open term of a case with whether it counts working days and whose it is. */
export type CaseTerm = CaseTermRow & { owner: "office" | "firm"; working: boolean };

/** Every open term of a case that ends on a day or later. */
export async function readCaseTerms({ tx }: Pick<Deps, "tx">, from: string): Promise<CaseTerm[]> {
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
export function moveCaseTerms({ tx }: Pick<Deps, "tx">, shifts: readonly Shift[]): Promise<void> {
  return shiftCaseTerms(tx, shifts);
}

import type { CaseRecord } from "../domain/case-record";
import type { Tx } from "~/platform/db.server";
import { submissionRows } from "./submission.repository.server";

/** Everything of a case that other contexts are told of. */
export function findCaseRecord(tx: Tx, id: string) {
  return tx.application.findUnique({
    where: { id },
    select: {
      id: true,
      enterpriseId: true,
      number: true,
      year: true,
      rewardedYear: true,
      submissions: submissionRows,
      submittedAt: true,
      promisedOn: true,
      claimedFen: true,
      approvedFen: true,
      sumReason: true,
      rejectionReason: true,
      failedConditions: true,
      enterprise: { select: { name: true, creditCode: true, regionCode: true } },
      itemVersion: { select: { content: true, redemption: true } },
      bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
      corrections: { select: { stage: true, points: true, issuedAt: true, dueOn: true }, orderBy: { round: "asc" } },
      transitions: {
        select: { event: true, at: true, departmentId: true, payload: true },
        orderBy: { seq: "asc" },
      },
      publicities: { select: { startsOn: true, endsOn: true, amountFen: true }, orderBy: { startsOn: "asc" } },
      payments: {
        select: {
          amountFen: true,
          paidAt: true,
          bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
        },
        orderBy: [{ paidAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      },
    },
  });
}

/** An account as papers say it. */
export async function findAccount(tx: Tx, id: string): Promise<CaseRecord["account"]> {
  const [row] = await tx.$queryRaw<
    NonNullable<CaseRecord["account"]>[]
  >`SELECT holder, "bankName", "lastFour" FROM "BankAccount" WHERE id = ${id}::uuid`;
  return row ?? null;
}

/** Decision of cases, and the treasury's open work on their payment. */
export function findTreasuryTerms(tx: Tx, ids: readonly string[]) {
  return tx.application.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      snapshot: true,
      decidedAt: true,
      tasks: { where: { stage: "payment", closedAt: null }, take: 1, select: { openedAt: true, dueOn: true } },
    },
  });
}

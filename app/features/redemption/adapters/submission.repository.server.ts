import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import { atEnd } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { insertion } from "~/platform/write-rows.server";
import type { Submission } from "../domain/submission";

/** Columns of a submission as readers take them, in the order they were handed in. */
export const submissionRows = {
  orderBy: { seq: "asc" },
  select: {
    seq: true,
    kind: true,
    at: true,
    frozen: true,
    ruleFen: true,
    materials: true,
    account: true,
    pledged: true,
    reason: true,
    byId: true,
  },
} as const satisfies Prisma.Application$submissionsArgs;

type Row = { seq: number; kind: string; frozen: unknown; ruleFen: bigint | null; materials: unknown; account: unknown };

/** A stored row with the types of the domain. */
export function submissionOf<T extends Row>(row: T): T & Pick<Submission, keyof Row> {
  return row as T & Pick<Submission, keyof Row>;
}

/** Keeps what a step handed in. */
export function addSubmission(tx: Tx, { id, applicationId, at, byId, submission }: NewSubmission): Promise<void> {
  const row = { id, applicationId, at, byId, ...submission, frozen: plain(submission.frozen) };
  return atEnd(tx, "submission", { order: "", row }, (waiting) =>
    insertion(
      "CaseSubmission",
      waiting.map((each) => each.row),
    ),
  );
}

export type NewSubmission = {
  id: string;
  applicationId: string;
  at: Date;
  byId: string | null;
  submission: Submission;
};

function plain(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(canonicalJson(value)) as Prisma.InputJsonValue;
}

/** What was handed in last, as it counts. @throws Error for a case that was never handed in */
export async function latestSubmission(tx: Tx, applicationId: string): Promise<Submission> {
  const [row] = await tx.$queryRaw<Submission[]>`
    SELECT seq, kind, frozen, "ruleFen", materials, account, pledged, reason
    FROM "CaseSubmission" WHERE "applicationId" = ${applicationId}::uuid ORDER BY seq DESC LIMIT 1`;
  if (!row) throw new Error(`nothing was handed in for case ${applicationId}`);
  return row;
}

/** Everything that was handed in for a case, first to last. */
export async function submissionsOf(tx: Tx, applicationId: string) {
  const rows = await tx.caseSubmission.findMany({ where: { applicationId }, ...submissionRows });
  return rows.map(submissionOf);
}

/** Whether a handing-in of a case has this id. */
export async function isHandedIn(tx: Tx, applicationId: string, id: string): Promise<boolean> {
  return (await tx.caseSubmission.count({ where: { id, applicationId } })) > 0;
}

/** How often a case was handed in. */
export async function lastSeq(tx: Tx, applicationId: string): Promise<number> {
  const { _max } = await tx.caseSubmission.aggregate({ where: { applicationId }, _max: { seq: true } });
  return _max.seq ?? 0;
}

export type ClaimColumns = {
  submittedAt: Date | null;
  number: string | null;
  rewardedYear: number | null;
  facts: Facts;
  caseFacts: Facts;
  decided: boolean;
};

/** The facts that count for a case (none for one never handed in), what tells it apart, and whether it is decided for the firm. */
export async function claimColumns(tx: Tx, id: string): Promise<ClaimColumns> {
  const [row] = await tx.$queryRaw<ClaimColumns[]>`
    SELECT a."submittedAt", a.number, a."rewardedYear", a."caseFacts", a."decidedAt" IS NOT NULL AND a."approvedFen" IS NOT NULL AS decided, coalesce(
      (SELECT s.frozen -> 'facts' FROM "CaseSubmission" s WHERE s."applicationId" = a.id ORDER BY s.seq DESC LIMIT 1), '{}') AS facts
    FROM "Application" a WHERE a.id = ${id}::uuid`;
  if (!row) throw new Error(`no case ${id}`);
  return row;
}

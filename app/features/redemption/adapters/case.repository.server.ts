import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

const caseFields = {
  id: true, number: true, enterpriseId: true, itemId: true, itemVersionId: true, year: true, state: true, snapshot: true, machineId: true, machineVersion: true, machineHash: true, approvedFen: true, claimedFen: true, nature: true,
  bankAccountId: true, submittedAt: true, promisedOn: true, version: true, caseFacts: true, profileSnapshot: true,
  enterprise: { select: { name: true, regionCode: true } },
  itemVersion: { select: { redemption: true, content: true } },
} as const;

/** Locks the row of a case: whoever comes second waits and then sees what the first did. */
export async function lockRow(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** The case with its row locked. */
export async function lockCase(tx: Tx, where: Prisma.ApplicationWhereInput & { id: string }) {
  await lockRow(tx, where.id);
  return tx.application.findFirst({ where, select: caseFields });
}

export type CaseRow = NonNullable<Awaited<ReturnType<typeof lockCase>>>;

export function findTransition(tx: Tx, applicationId: string, idempotencyKey: string) {
  return tx.transition.findUnique({ where: { applicationId_idempotencyKey: { applicationId, idempotencyKey } }, select: { bodyHash: true, toState: true } });
}

export async function addTransition(tx: Tx, data: Omit<Prisma.TransitionUncheckedCreateInput, "seq">): Promise<void> {
  const last = await tx.transition.findFirst({ where: { applicationId: data.applicationId }, orderBy: { seq: "desc" }, select: { seq: true } });
  await tx.transition.create({ data: { ...data, seq: (last?.seq ?? 0) + 1 } });
}

/** Moves the row from the version that was read; false when somebody was faster. */
export async function moveCase(tx: Tx, row: { id: string; version: number }, data: Prisma.ApplicationUpdateManyMutationInput): Promise<boolean> {
  const { count } = await tx.application.updateMany({ where: { id: row.id, version: row.version }, data: { ...data, version: { increment: 1 } } });
  return count === 1;
}

export function openTaskRows(tx: Tx, applicationId: string) {
  return tx.reviewTask.findMany({ where: { applicationId, closedAt: null }, select: { id: true, stage: true, departmentId: true, regionCode: true } });
}

export async function closeTask(tx: Tx, id: string, data: { closedAt: Date; closedById: string | null; outcome: string; comment: string | null }): Promise<void> {
  await tx.reviewTask.update({ where: { id }, data });
}

export async function openTask(tx: Tx, data: Prisma.ReviewTaskUncheckedCreateInput): Promise<void> {
  await tx.reviewTask.create({ data });
}

export async function startDeadline(tx: Tx, data: Prisma.DeadlineUncheckedCreateInput): Promise<void> {
  await tx.deadline.create({ data });
}

/** Kinds of terms that are running. */
export async function openDeadlineKinds(tx: Tx, applicationId: string): Promise<string[]> {
  const rows = await tx.deadline.findMany({ where: { applicationId, handledAt: null, cancelledAt: null }, select: { kind: true } });
  return rows.map(({ kind }) => kind);
}

/** Deadlines of a stage that is over no longer count. */
export async function cancelDeadlines(tx: Tx, applicationId: string, kinds: readonly string[], at: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { applicationId, kind: { in: [...kinds] }, handledAt: null, cancelledAt: null }, data: { cancelledAt: at } });
}

export async function openPublicity(tx: Tx, data: Prisma.PublicityUncheckedCreateInput): Promise<void> {
  await tx.publicity.create({ data });
}

export async function endPublicity(tx: Tx, applicationId: string, at: Date): Promise<void> {
  await tx.publicity.updateMany({ where: { applicationId, endedAt: null }, data: { endedAt: at } });
}

export async function issueCorrection(tx: Tx, data: Prisma.CorrectionNoticeUncheckedCreateInput): Promise<void> {
  await tx.correctionNotice.create({ data });
}

/** Closes the open notice; gives when it was issued. */
export async function answerCorrection(tx: Tx, applicationId: string, answer: string, at: Date): Promise<{ issuedAt: Date } | null> {
  const open = await tx.correctionNotice.findFirst({ where: { applicationId, answeredAt: null }, select: { id: true, issuedAt: true } });
  if (open) await tx.correctionNotice.update({ where: { id: open.id }, data: { answeredAt: at, answer } });
  return open;
}

export async function movePromise(tx: Tx, id: string, promisedOn: string): Promise<void> {
  await tx.application.updateMany({ where: { id }, data: { promisedOn } });
}

/** When the work of an office was to be done that a correction interrupted. */
export async function interruptedDue(tx: Tx, applicationId: string, stage: string, departmentId: string): Promise<string | null> {
  const row = await tx.reviewTask.findFirst({ where: { applicationId, stage, departmentId, outcome: "REQUEST_CORRECTION" }, orderBy: { closedAt: "desc" }, select: { dueOn: true } });
  return row?.dueOn ?? null;
}

/** The last day of the publicity that runs; null where none does. */
export async function publicityEnd(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx.publicity.findFirst({ where: { applicationId, endedAt: null }, orderBy: { startsOn: "desc" }, select: { endsOn: true } });
  return row?.endsOn ?? null;
}

/** Sets when an open term of a case ends. */
export async function setDeadline(tx: Tx, applicationId: string, kind: string, dueAt: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { applicationId, kind, handledAt: null, cancelledAt: null }, data: { dueAt } });
}

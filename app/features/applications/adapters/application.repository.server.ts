import { editableStates, endedStates } from "~/features/claims/domain/case-states";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

const draftFields = {
  id: true,
  enterpriseId: true,
  itemId: true,
  itemVersionId: true,
  year: true,
  rewardedYear: true,
  state: true,
  version: true,
  caseFacts: true,
  draftSavedAt: true,
  draftEditor: true,
  pledgedAt: true,
  bankAccountId: true,
  number: true,
  submittedAt: true,
  createdAt: true,
  item: { select: { withdrawnAt: true } },
  itemVersion: { select: { content: true, redemption: true, number: true } },
  bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
  materials: {
    where: { removedAt: null },
    select: { id: true, name: true, fileName: true, fileHash: true, mimeType: true, sizeBytes: true },
    orderBy: { uploadedAt: "asc" },
  },
} satisfies Prisma.ApplicationSelect;

/** A firm's own application with what a draft is made of. */
export function findDraft(tx: Tx, id: string, enterpriseId: string) {
  return tx.application.findFirst({ where: { id, enterpriseId }, select: draftFields });
}

/** Cases for a year: the year they reward, else the one they were begun in. */
export function ofYear(year: number): Prisma.ApplicationWhereInput {
  return { OR: [{ rewardedYear: year }, { rewardedYear: null, year }] };
}

/** The one application of firm, item and year that is not over; one that was over and is taken up again counts for itself. */
export function findOpen(tx: Tx, enterpriseId: string, itemId: string, year: number) {
  return tx.application.findFirst({
    where: { enterpriseId, itemId, ...ofYear(year), state: { notIn: endedStates }, reopenedAt: null },
    select: { id: true, state: true, draftSavedAt: true },
  });
}

/** Locks the row of an application: who saves at the same time waits, and then sees what the first saved. */
export async function lockDraft(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
}

export function createDraft(tx: Tx, data: Prisma.ApplicationUncheckedCreateInput) {
  return tx.application.create({ data, select: { id: true } });
}

/** Changes a draft; false when it has been submitted meanwhile. */
export async function changeDraft(
  tx: Tx,
  id: string,
  data: Prisma.ApplicationUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.application.updateMany({ where: { id, state: { in: editableStates } }, data });
  return count === 1;
}

export async function addMaterial(tx: Tx, data: Prisma.MaterialUncheckedCreateInput): Promise<void> {
  await tx.material.create({ data });
}

export async function removeMaterial(tx: Tx, applicationId: string, id: string, at: Date): Promise<void> {
  await tx.material.updateMany({ where: { id, applicationId, removedAt: null }, data: { removedAt: at } });
}

export async function nextSerial(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('application_serial') AS serial`;
  return Number(row?.serial ?? 0n);
}

const pageSize = 20;

/** A firm's applications, newest first. */
export async function listApplications(tx: Tx, enterpriseId: string, page: number) {
  const where = { enterpriseId };
  const [count, rows] = await Promise.all([
    tx.application.count({ where }),
    tx.application.findMany({
      where,
      orderBy: { createdAt: "desc" },
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: {
        id: true,
        number: true,
        state: true,
        submittedAt: true,
        draftSavedAt: true,
        claimedFen: true,
        approvedFen: true,
        paidAt: true,
        promisedOn: true,
        item: { select: { id: true, title: true, titleEn: true } },
      },
    }),
  ]);
  return { rows, page, pages: Math.max(1, Math.ceil(count / pageSize)), count };
}

const shownAccount = { holder: true, bankName: true, lastFour: true } as const;

/** Everything a firm may see of its own case. */
export function findTrack(tx: Tx, id: string, enterpriseId: string) {
  return tx.application.findFirst({
    where: { id, enterpriseId },
    select: {
      id: true,
      number: true,
      state: true,
      version: true,
      year: true,
      rewardedYear: true,
      submittedAt: true,
      promisedOn: true,
      claimedFen: true,
      approvedFen: true,
      sumReason: true,
      nature: true,
      paidAt: true,
      rejectionReason: true,
      itemId: true,
      itemVersionId: true,
      transitions: {
        orderBy: { seq: "asc" },
        select: {
          seq: true,
          event: true,
          fromState: true,
          toState: true,
          at: true,
          departmentId: true,
          idempotencyKey: true,
        },
      },
      tasks: {
        select: { stage: true, departmentId: true, regionCode: true, openedAt: true, dueOn: true, closedAt: true },
      },
      corrections: {
        orderBy: { round: "asc" },
        select: { points: true, answers: true, answer: true, dueOn: true, answeredAt: true },
      },
      publicities: { orderBy: { startsOn: "desc" }, take: 1, select: { startsOn: true, endsOn: true, endedAt: true } },
      payments: {
        orderBy: { createdAt: "desc" },
        select: {
          id: true,
          status: true,
          amountFen: true,
          paidAt: true,
          returnedReason: true,
          returnedCode: true,
          needsAccount: true,
          bankAccount: { select: shownAccount },
          replacedBy: { select: { id: true } },
        },
      },
      bankAccount: { select: shownAccount },
      snapshot: true,
      rating: { select: { stars: true, followUp: true } },
      reconsiderations: { orderBy: { askedAt: "desc" }, take: 1, select: { outcome: true, answer: true } },
      recoveryCases: {
        where: { recoveryId: { not: null } },
        orderBy: { proposedAt: "asc" },
        select: { recoveryId: true, kind: true, sumFen: true, reason: true, dueOn: true },
      },
    },
  });
}

/** What a refusal of a firm's own case rests on. */
export function findRefusal(tx: Tx, id: string, enterpriseId: string) {
  return tx.application.findFirst({
    where: { id, enterpriseId },
    select: { submissions: { orderBy: { seq: "desc" }, take: 1, select: { frozen: true } }, failedConditions: true },
  });
}

/** Applications handed in or paid between two instants, with what was paid of each. */
export function findOfYear(tx: Tx, enterpriseId: string, from: Date, before: Date) {
  const within = { gte: from, lt: before };
  const paid = { status: "paid", paidAt: { not: null } };
  return tx.application.findMany({
    where: {
      enterpriseId,
      number: { not: null },
      OR: [{ submittedAt: within }, { payments: { some: { ...paid, paidAt: within } } }],
    },
    orderBy: { number: "asc" },
    select: {
      number: true,
      state: true,
      submittedAt: true,
      approvedFen: true,
      item: { select: { title: true, titleEn: true } },
      payments: { where: paid, orderBy: { paidAt: "asc" }, select: { amountFen: true, paidAt: true } },
    },
  });
}

/** Which of these firms have an application of the item and year that is not over. */
export async function firmsWithCase(
  tx: Tx,
  enterpriseIds: readonly string[],
  itemId: string,
  year: number,
): Promise<Set<string>> {
  const rows = await tx.application.findMany({
    where: { enterpriseId: { in: [...enterpriseIds] }, itemId, ...ofYear(year), state: { notIn: endedStates } },
    select: { enterpriseId: true },
  });
  return new Set(rows.map((row) => row.enterpriseId));
}

/** A firm's own case as it was listed. */
export function findListed(tx: Tx, own: { id: string; enterpriseId: string }) {
  return tx.application.findFirst({
    where: own,
    select: { year: true, submittedAt: true, itemVersion: { select: { content: true } } },
  });
}

/** Puts the account in use on a firm's own case that waits for its confirmation. */
export async function confirmWith(
  tx: Tx,
  own: { id: string; enterpriseId: string },
  bankAccountId: string,
): Promise<void> {
  await tx.application.updateMany({ where: { ...own, state: "confirming" }, data: { bankAccountId } });
}

import type { Prisma } from "~/generated/prisma/client";
import { lateOn } from "~/features/calendar/domain/lateness";
import type { Office } from "~/features/work/domain/subject";
import { deskStages } from "../redemption.schema";
import type { Tx } from "~/platform/db.server";
import { submissionRows } from "./submission.repository.server";

export type QueueFilter = { stage?: string; overdueBefore?: string; q?: string; page: number };

const pageSize = 20;

/** The work that is on a desk; `workOnDesk` says which that is. */
type Desk = Prisma.TaskWhereInput;

function queueOf(desk: Desk, filter: Omit<QueueFilter, "page">): Prisma.TaskWhereInput {
  return {
    AND: desk,
    subjectType: "application",
    stage: filter.stage ?? { in: [...deskStages] },
    ...(filter.overdueBefore ? { dueOn: lateOn(filter.overdueBefore) } : {}),
    ...(filter.q
      ? {
          application: {
            OR: [
              { number: { contains: filter.q, mode: "insensitive" } },
              { enterprise: { name: { contains: filter.q } } },
              { item: { title: { contains: filter.q } } },
            ],
          },
        }
      : {}),
  };
}

const queued = {
  orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  select: {
    id: true,
    stage: true,
    dueOn: true,
    openedAt: true,
    application: {
      select: {
        id: true,
        number: true,
        claimedFen: true,
        state: true,
        enterprise: { select: { name: true } },
        item: { select: { title: true, titleEn: true } },
      },
    },
  },
} as const satisfies Prisma.TaskFindManyArgs;

/** Open work on a desk, the most urgent first. */
export async function findQueue(tx: Tx, desk: Desk, filter: QueueFilter) {
  const where = queueOf(desk, filter);
  const [count, rows] = await Promise.all([
    tx.task.count({ where }),
    tx.task.findMany({ where, ...queued, take: pageSize, skip: (filter.page - 1) * pageSize }),
  ]);
  return { rows: rows.flatMap(ofCase), count, page: filter.page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** The whole of a desk's open work as filtered, `limit` lines at the most. */
export async function findWholeQueue(tx: Tx, desk: Desk, filter: Omit<QueueFilter, "page">, limit: number) {
  return (await tx.task.findMany({ where: queueOf(desk, filter), ...queued, take: limit })).flatMap(ofCase);
}

/** A row with its case, which work of the desk's stages always has. */
function ofCase<T extends { application: object | null }>(row: T) {
  const { application } = row;
  return application ? [{ ...row, application: application as NonNullable<T["application"]> }] : [];
}

/** Cases on which the office has open work, in the order of their numbers. */
export function findBatch(tx: Tx, ids: readonly string[], office: Office) {
  return tx.application.findMany({
    where: { id: { in: [...ids] }, tasks: { some: { ...office, closedAt: null } } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      version: true,
      enterpriseId: true,
      year: true,
      claimedFen: true,
      snapshot: true,
      listVerdict: true,
      listBasis: true,
      enterprise: { select: { name: true } },
      itemVersion: { select: { content: true, redemption: true } },
      tasks: { where: { ...office, closedAt: null }, select: { stage: true } },
      ruleChecks: { orderBy: { at: "desc" }, take: 1, select: { result: true } },
    },
  });
}

/** Which of these cases somebody may open. */
export async function findVisibleIds(
  tx: Tx,
  ids: readonly string[],
  seen: Prisma.ApplicationWhereInput,
): Promise<Set<string>> {
  const rows = await tx.application.findMany({
    where: { AND: [{ id: { in: [...ids] } }, seen] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** What the work on a case leaves: papers, tasks, moves, the check of the rule, corrections, the account. */
const workRows = {
  materials: { where: { removedAt: null }, select: { id: true, name: true, fileName: true, mimeType: true } },
  tasks: {
    select: {
      id: true,
      stage: true,
      departmentId: true,
      regionCode: true,
      assigneeId: true,
      openedAt: true,
      dueOn: true,
      closedAt: true,
      outcome: true,
      comment: true,
    },
  },
  transitions: {
    orderBy: { seq: "asc" },
    select: { seq: true, event: true, at: true, departmentId: true, payload: true, actorId: true },
  },
  ruleChecks: {
    orderBy: { at: "desc" },
    take: 1,
    select: { engine: true, engineVersion: true, result: true, fastVerdict: true, at: true, amountFen: true },
  },
  corrections: {
    orderBy: { round: "asc" },
    select: { points: true, answers: true, answeredAt: true, answer: true },
  },
  bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
} satisfies Prisma.ApplicationSelect;

/** What belongs to a case beside its decision. */
const sideRows = {
  scores: { orderBy: { at: "asc" }, select: { expertId: true, score: true, comment: true } },
  objections: {
    orderBy: { raisedAt: "asc" },
    select: {
      id: true,
      objector: true,
      contact: true,
      email: true,
      identity: true,
      source: true,
      text: true,
      raisedAt: true,
      admittedAt: true,
      admission: true,
      outcome: true,
      answer: true,
    },
  },
  recusals: { select: { userId: true, kind: true, reason: true } },
  reconsiderations: {
    orderBy: { askedAt: "desc" },
    select: { grounds: true, askedAt: true, outcome: true, answer: true },
  },
  recoveryCases: {
    orderBy: { proposedAt: "desc" },
    select: { id: true, kind: true, sumFen: true, reason: true, status: true },
  },
  rating: { select: { stars: true, comment: true, followUp: true } },
} satisfies Prisma.ApplicationSelect;

/** Everything a reviewer sees of a case. */
export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** Finds that; null where there is none. */
export function findCase(tx: Tx, where: Prisma.ApplicationWhereInput) {
  return tx.application.findFirst({
    where,
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
      failedConditions: true,
      submissions: submissionRows,
      caseFacts: true,
      snapshot: true,
      listVerdict: true,
      listBasis: true,
      itemId: true,
      itemVersionId: true,
      enterprise: {
        select: { id: true, name: true, creditCode: true, regionCode: true, industryCode: true, size: true },
      },
      ...workRows,
      ...sideRows,
    },
  });
}

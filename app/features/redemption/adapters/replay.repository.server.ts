import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/kernel/uuid";
import { submissionRows } from "./submission.repository.server";

const replayFields = {
  id: true,
  number: true,
  state: true,
  machineId: true,
  machineVersion: true,
  machineHash: true,
  snapshot: true,
  claimedFen: true,
  listId: true,
  submissions: submissionRows,
  year: true,
  itemVersion: { select: { number: true, contentHash: true, content: true, redemption: true } },
  transitions: {
    orderBy: { seq: "asc" },
    select: { seq: true, event: true, fromState: true, toState: true, actorId: true, departmentId: true },
  },
  ruleChecks: {
    orderBy: { at: "asc" },
    select: {
      submission: true,
      moment: true,
      engineVersion: true,
      factsHash: true,
      result: true,
      fastVerdict: true,
      trace: true,
      amountFen: true,
      at: true,
    },
  },
} as const;

/** Everything that a case was decided on, by its number or id. */
export function findDecided(tx: Tx, key: string) {
  return tx.application.findFirst({ where: isUuid(key) ? { id: key } : { number: key }, select: replayFields });
}

/** Cases that were decided last. */
export function lastDecided(tx: Tx, take: number) {
  return tx.application.findMany({
    where: { decidedAt: { not: null } },
    orderBy: { decidedAt: "desc" },
    take,
    select: { id: true, number: true, state: true, decidedAt: true, item: { select: { title: true, titleEn: true } } },
  });
}

import { createPayment } from "~/features/funds/use-cases/create-payment.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import { shanghaiDay, startOfDay, addDays } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { actorId } from "~/features/identity/domain/actor";
import {
  answerCorrection, cancelDeadlines, closeTask, endPublicity, issueCorrection, openPublicity, openTask, openTaskRows, startDeadline,
} from "../adapters/case.repository.server";
import type { CaseState } from "../domain/decide";
import { openTasks } from "../domain/tasks";
import { advanceCase, type Advanced } from "./advance-case.server";
import { dueDay } from "./read-calendar.server";
import { tellOfMove } from "./tell-of-move.server";

/** Everything that follows from a transition; gives the state the case rests in at last. */
export async function carryOut(deps: Deps, moved: Advanced): Promise<CaseState> {
  await syncTasks(deps, moved);
  await entering(deps, moved);
  await tellOfMove(deps, moved);
  return settleBudget(deps, moved);
}

/** Closes the work that is done and opens the work the new state waits for. */
async function syncTasks(deps: Deps, { row, config, decision, advance }: Advanced): Promise<void> {
  const wanted = openTasks(config, row.enterprise.regionCode, decision.stands);
  const known = await openTaskRows(deps.tx, row.id);
  const key = (task: { stage: string; departmentId: string }) => `${task.stage}@${task.departmentId}`;
  const wantedKeys = new Set(wanted.map(key));
  const now = deps.clock.now();
  for (const task of known.filter((each) => !wantedKeys.has(key(each)))) {
    await closeTask(deps.tx, task.id, { closedAt: now, closedById: actorId(deps.actor), outcome: advance.event.type, comment: advance.payload?.comment ?? null });
  }
  const knownKeys = new Set(known.map(key));
  const fresh = wanted.filter((task) => !knownKeys.has(key(task)));
  for (const { stage, departmentId, regionCode, workingDays } of fresh) {
    await openTask(deps.tx, { applicationId: row.id, stage, departmentId, regionCode, openedAt: now, dueOn: await dueDay(deps, shanghaiDay(now), workingDays) });
  }
}

/** What a state brings with it when it is entered or left. */
async function entering(deps: Deps, moved: Advanced): Promise<void> {
  const { decision } = moved;
  if (decision.from === decision.to) return;
  if (decision.from === "publicity") await endPublicity(deps.tx, moved.row.id, deps.clock.now());
  if (decision.from === "correcting") await endCorrection(deps, moved);
  if (decision.to === "correcting") await beginCorrection(deps, moved);
  if (decision.to === "publicity") await beginPublicity(deps, moved);
  if (decision.to === "payment" && decision.from !== "payment") {
    await createPayment(deps, { applicationId: moved.row.id, bankAccountId: moved.row.bankAccountId, regionCode: moved.config.regionCode });
  }
}

async function beginCorrection(deps: Deps, { row, config, decision, advance }: Advanced): Promise<void> {
  const now = deps.clock.now();
  const dueOn = await dueDay(deps, shanghaiDay(now), config.stageWorkingDays.correction);
  await issueCorrection(deps.tx, {
    applicationId: row.id, round: 1, stage: decision.from, points: advance.payload?.points ?? [], issuedById: actorId(deps.actor) ?? row.id, issuedAt: now, dueOn,
  });
  await startDeadline(deps.tx, { applicationId: row.id, kind: "correction", event: "CORRECTION_OVERDUE", dueAt: endOf(dueOn) });
}

async function endCorrection(deps: Deps, { row, advance }: Advanced): Promise<void> {
  const now = deps.clock.now();
  await cancelDeadlines(deps.tx, row.id, ["correction"], now);
  await answerCorrection(deps.tx, row.id, advance.payload?.comment ?? "", now);
}

async function beginPublicity(deps: Deps, { row, config, advance }: Advanced): Promise<void> {
  const startsOn = shanghaiDay(deps.clock.now());
  const endsOn = await dueDay(deps, startsOn, config.publicityWorkingDays);
  await openPublicity(deps.tx, { applicationId: row.id, startsOn, endsOn, amountFen: advance.payload?.approvedFen ?? row.approvedFen ?? 0n });
  await startDeadline(deps.tx, { applicationId: row.id, kind: "publicity", event: "PUBLICITY_ENDED", dueAt: endOf(endsOn) });
}

/** The first instant after a day. */
function endOf(day: string): Date {
  return startOfDay(addDays(day, 1));
}

/** Money is reserved at approval; where it did not suffice, once more when the budget is checked. */
async function settleBudget(deps: Deps, { row, decision, advance }: Advanced): Promise<CaseState> {
  const due = decision.to !== decision.from && (decision.to === "publicity" || decision.to === "budgetCheck");
  if (!due || decision.context.reserved) return decision.to;
  const fen = advance.payload?.approvedFen ?? row.approvedFen ?? 0n;
  const enough = await reserveBudget(deps, { applicationId: row.id, itemId: row.itemId, year: row.year, fen, firmRegion: row.enterprise.regionCode });
  if (!enough && decision.to === "publicity") return decision.to;
  const { state } = await advanceCase(deps, {
    where: { id: row.id },
    event: { type: enough ? "BUDGET_RESERVED" : "BUDGET_EXHAUSTED" },
    idempotencyKey: `${advance.idempotencyKey}:budget`,
  });
  return state;
}

import { caseStateOf, statesIn } from "~/features/claims/domain/case-states";
import { requireOpen } from "./hold-claim.server";
import { orderDocuments } from "./order-documents.server";
import { createPayment } from "~/features/funds/use-cases/create-payment.server";
import { deductOwed } from "~/features/funds/use-cases/deduct-owed.server";
import { readOwed } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBudget } from "~/features/funds/use-cases/release-budget.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import { closeTasks, openTasks as openWork } from "~/features/work/use-cases/keep-tasks.server";
import { actorId } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { endPublicity, issueCorrection, openPublicity, type CaseRow } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import type { CaseEventType } from "../domain/events";
import { asksForMoney } from "../domain/state-at";
import { openTasks } from "../domain/tasks";
import type { Advance, Advanced } from "./advance-case.server";
import { keepObligations } from "./keep-obligations.server";
import { readCaseClaim } from "./hold-case-claim.server";
import { checkCredit } from "./check-credit.server";
import { endCorrection, taskDue } from "./end-correction.server";
import { factsOfMove, type Begun } from "./facts-of-move.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { admitUnread } from "./read-objections.server";
import { resumePublicity, syncWaits } from "./sync-waits.server";
import { tellOfMissingAccount, tellOfMove } from "./tell-of-move.server";
import { tellOfSum } from "./tell-of-sum.server";

/** Everything that follows from a transition; `next` is the row after it. Gives the step that follows at once, if one does. */
export async function carryOut(deps: Deps, moved: Advanced, next: CaseRow): Promise<Advance | null> {
  const answered = moved.decision.from === "correcting" ? await endCorrection(deps, moved) : null;
  const held = { ...next, tasks: await syncTasks(deps, moved, answered), waits: await syncWaits(deps, moved) };
  const begun = await entering(deps, moved);
  await tellOfMove(deps, moved);
  await tellOfSum(deps, moved);
  await keepObligations(deps, moved, freesMoney(moved));
  const { from, to } = moved.decision;
  await orderDocuments(
    deps,
    { applicationId: moved.row.id, version: moved.row.version, event: moved.advance.event.type, from, to },
    () => factsOfMove(deps, moved, next, begun),
  );
  return moved.decision.to === "creditCheck" ? settleCredit(deps, moved, held) : settleBudget(deps, moved, held);
}

/** Closes the work that is done and opens the work the new state waits for; gives what is open then. */
async function syncTasks(
  deps: Deps,
  { row, config, decision, advance }: Advanced,
  askedOn: string | null,
): Promise<CaseRow["tasks"]> {
  const wanted = openTasks(config, row.firmRegion, decision.isIn);
  const known = row.tasks;
  const key = (task: { stage: string; departmentId: string }) => `${task.stage}@${task.departmentId}`;
  const wantedKeys = new Set(wanted.map(key));
  const over = known.filter((each) => !wantedKeys.has(key(each)));
  const { event, payload } = advance;
  await closeTasks(
    deps,
    over.map(({ id }) => id),
    { outcome: event.type, comment: payload?.comment ?? null },
  );
  const knownKeys = new Set(known.map(key));
  const fresh = [];
  for (const task of wanted.filter((each) => !knownKeys.has(key(each))))
    fresh.push({ ...task, dueOn: await taskDue(deps, { row, config }, task, askedOn) });
  return [...known.filter((each) => wantedKeys.has(key(each))), ...(await openWork(deps, caseSubject(row.id), fresh))];
}

/** From here a payment was listed already. */
const withPayment = statesIn(["payment", "paid"]);

/** After these a publicity may run on. */
const resuming: readonly CaseEventType[] = ["OBJECTION_SETTLED", "OBJECTION_REFUSED"];

/** What a state brings with it when it is entered or left; gives what begins with it. */
async function entering(deps: Deps, moved: Advanced): Promise<Begun> {
  const {
    row,
    advance,
    decision: { from, to },
  } = moved;
  if (freesMoney(moved))
    await releaseBudget(deps, {
      applicationId: row.id,
      reason: advance.payload?.reason ?? "",
      idempotencyKey: `release:${row.id}:${row.version}`,
    });
  if (advance.event.type === "OBJECTION_UNREAD") await admitUnread(deps, row.id);
  if (resuming.includes(advance.event.type)) await resumePublicity(deps, row.id);
  if (from === to) return { publicity: null, correction: null };
  if (from === "publicity") await endPublicity(deps.tx, row.id, deps.clock.now());
  if (to === "payment" && !withPayment.includes(from)) await beginPayment(deps, moved);
  return {
    correction: to === "correcting" ? await beginCorrection(deps, moved) : null,
    publicity: to === "publicity" ? await beginPublicity(deps, moved) : null,
  };
}

/** What was set aside is free again when the decision falls, or when the case ends unpaid. */
function freesMoney({ decision, advance }: Advanced): boolean {
  const endsUnpaid = caseStateOf[decision.to].phase === "unpaid";
  return advance.event.type === "OBJECTION_UPHELD" || (endsUnpaid && decision.context.reserved);
}

async function beginCorrection(deps: Deps, { row, config, decision, advance }: Advanced): Promise<Begun["correction"]> {
  const now = deps.clock.now();
  const dueOn = await dueDay(deps, shanghaiDay(now), config.stageWorkingDays.correction);
  const notice = { stage: decision.from, points: advance.payload?.points ?? [], dueOn };
  const issuedById = actorId(deps.actor) ?? row.id;
  await issueCorrection(deps.tx, { ...notice, applicationId: row.id, round: 1, issuedById, issuedAt: now });
  return { ...notice, issuedAt: now.toISOString() };
}

async function beginPublicity(deps: Deps, { row, config, advance }: Advanced): Promise<Begun["publicity"]> {
  const startsOn = shanghaiDay(deps.clock.now());
  const endsOn = await dueDay(deps, startsOn, config.publicityWorkingDays);
  const amountFen = advance.payload?.approvedFen ?? row.approvedFen ?? 0n;
  await openPublicity(deps.tx, { id: deps.random.uuid(), applicationId: row.id, startsOn, endsOn, amountFen });
  return { startsOn, endsOn, amountFen: amountFen.toString() };
}

/**
 * The payment, less what the firm still owes from a recovery where it is the one that is paid. Without an account it waits, and the firm is told.
 * @throws Refusal `applications.claimed` (409) where the firm was paid for it meanwhile
 */
async function beginPayment(deps: Deps, { row, config }: Advanced): Promise<void> {
  requireOpen(await readCaseClaim(deps, row));
  const owed = await readOwed(deps, row.enterpriseId);
  const payment = await createPayment(deps, {
    applicationId: row.id,
    bankAccountId: row.bankAccountId,
    regionCode: config.regionCode,
  });
  if (!row.item.beneficiary) await deductOwed(deps, owed, { paymentId: payment.id, fen: payment.fen });
  if (row.bankAccountId === null) await tellOfMissingAccount(deps, row, payment);
}

/** A bad credit standing ends an apply-free case before anybody is told of money. */
async function settleCredit(deps: Deps, { row, advance }: Advanced, held: CaseRow): Promise<Advance> {
  const problem = await checkCredit(deps, row.enterpriseId);
  const now = deps.clock.now();
  return {
    where: { id: row.id },
    held,
    event: { type: problem ? "CREDIT_FAILED" : "CREDIT_PASSED" },
    idempotencyKey: `${advance.idempotencyKey}:credit`,
    ...(problem
      ? { payload: { reason: problem }, set: { rejectionReason: problem, decidedAt: now, closedAt: now } }
      : {}),
  };
}

/** Money is reserved at approval; where it did not suffice, once more when the budget is checked. */
async function settleBudget(deps: Deps, { row, decision, advance }: Advanced, held: CaseRow): Promise<Advance | null> {
  const due = decision.to !== decision.from && asksForMoney(decision.to);
  if (!due || decision.context.reserved) return null;
  const fen = advance.payload?.approvedFen ?? row.approvedFen ?? 0n;
  const enough = await reserveBudget(deps, {
    applicationId: row.id,
    itemId: row.itemId,
    year: row.year,
    fen,
    firmRegion: row.firmRegion,
    idempotencyKey: `reserve:${row.id}:${row.version}`,
  });
  if (!enough && decision.to !== "budgetCheck") return null;
  return {
    where: { id: row.id },
    held,
    event: { type: enough ? "BUDGET_RESERVED" : "BUDGET_EXHAUSTED" },
    idempotencyKey: `${advance.idempotencyKey}:budget`,
  };
}

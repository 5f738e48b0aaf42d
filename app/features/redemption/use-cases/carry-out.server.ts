import { closeTasks, openTasks } from "~/features/work/use-cases/keep-tasks.server";
import { actorId } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { enqueueAll } from "~/platform/outbox.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { endPublicity, issueCorrection, openPublicity, type CaseRow } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import { consequencesOf, type Consequences } from "../domain/consequences";
import type { Advance, Advanced } from "./advance-case.server";
import { endCorrection, taskDue } from "./end-correction.server";
import { factsOfMove, type Begun } from "./facts-of-move.server";
import { keepInstalments } from "./keep-instalments.server";
import { keepObligations } from "./keep-obligations.server";
import { keepWaits } from "./keep-waits.server";
import { moveMoney, stepAfter } from "./move-money.server";
import { orderDocuments } from "./order-documents.server";
import { admitUnread } from "./read-objections.server";

/** Writes everything that follows from a step; `next` is the row after it. Gives the step that follows at once, if one does. */
export async function carryOut(deps: Deps, moved: Advanced, next: CaseRow): Promise<Advance | null> {
  const follows = consequencesOf(moved);
  const askedOn = follows.correction === "ended" ? await endCorrection(deps, moved) : null;
  const tasks = await keepTasks(deps, moved, follows.tasks, askedOn);
  const waits = await keepWaits(deps, moved, follows);
  await moveMoney(deps, moved, follows.money);
  if (follows.admitsUnread) await admitUnread(deps, moved.row.id);
  const begun = await begin(deps, moved, follows);
  await enqueueAll(
    deps,
    follows.notices.map((payload) => ({ topic: "notice", payload })),
  );
  await keepObligations(deps, moved, follows.obligations);
  await keepInstalments(deps, moved, follows);
  await orderDocuments(deps, moved.row, follows.documents, () => factsOfMove(deps, moved, next, begun));
  return stepAfter(deps, moved, follows.asks, { ...next, tasks, waits });
}

/** Closes the work that is done and opens what begins; gives what is open then. */
async function keepTasks(
  deps: Deps,
  { row, config, advance }: Advanced,
  { close, open }: Consequences["tasks"],
  askedOn: string | null,
): Promise<CaseRow["tasks"]> {
  const { event, payload } = advance;
  await closeTasks(deps, close, { outcome: event.type, comment: payload?.comment ?? null });
  const fresh = [];
  for (const task of open) fresh.push({ ...task, dueOn: await taskDue(deps, { row, config }, task, askedOn) });
  return [...row.tasks.filter(({ id }) => !close.includes(id)), ...(await openTasks(deps, caseSubject(row.id), fresh))];
}

/** The publicity and the correction notice that a step begins, and the publicity that it ends. */
async function begin(deps: Deps, moved: Advanced, { publicity, correction }: Consequences): Promise<Begun> {
  if (publicity === "ended") await endPublicity(deps.tx, moved.row.id, deps.clock.now());
  return {
    correction: correction === "asked" ? await beginCorrection(deps, moved) : null,
    publicity: publicity === "begun" ? await beginPublicity(deps, moved) : null,
  };
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

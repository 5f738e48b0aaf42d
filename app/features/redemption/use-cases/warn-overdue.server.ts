import { headsOf } from "~/features/identity/use-cases/colleagues.server";
import type { Actor } from "~/access/actor";
import { rowName } from "~/features/policies/domain/item-name";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import type { OfficeOrder } from "~/features/notices/domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import { perform } from "~/platform/transact.server";
import { onceADay } from "~/platform/once-a-day";
import { deputiesOf } from "../adapters/assignment.repository.server";
import { markTask, unwarned } from "../adapters/workload.repository.server";
import { actingOn, workHref, workWords } from "../domain/acting-on";
import { keptFrom } from "../domain/barred";
import { readCase } from "../domain/decide";
import { latenessOf } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { readConfig } from "~/features/policies/domain/stored-item";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };
/** no stage is longer than this, in calendar days: what ends later is not near yet */
const horizon = 40;

/** A round that once a day warns who has work whose term is about to end, and tells the head of what is over. */
export function warnDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, warnOverdue));
}

/** Yellow goes to whoever has the work, red to the head of the office as well; each is told once. */
export async function warnOverdue(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const calendar = await readCalendar(deps);
  for (const task of await unwarned(deps.tx, addDays(today, horizon))) {
    const term = { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn };
    const { warning } = latenessOf(calendar, term, today);
    if (warning === "yellow" && !task.warnedAt) await tell(deps, task, "taskNear", await ownersOf(deps, task));
    if (warning === "red" && !task.escalatedAt)
      await tell(deps, task, "taskOverdue", [...(await ownersOf(deps, task)), ...(await headsOfTask(deps, task))]);
    if (warning === "red")
      await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now, escalatedAt: task.escalatedAt ?? now });
    if (warning === "yellow") await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now });
  }
}

type Task = Awaited<ReturnType<typeof unwarned>>[number];
type Told = { to: { userId: string } | OfficeOrder; href: string };

/** Who has the work, and where it is done: the person it was given to, who stands in for that person, and the heads by the case, an office's people in their own lists. */
async function ownersOf(deps: Deps, task: Task): Promise<Told[]> {
  const href = `/desk/cases/${task.application.id}`;
  if (task.assigneeId) {
    const deputies = await deputiesOf(deps.tx, task.assigneeId, shanghaiDay(deps.clock.now()));
    return [task.assigneeId, ...deputies].map((userId) => ({ to: { userId }, href }));
  }
  const { itemVersion, snapshot, recusals } = task.application;
  const { context } = readCase(readConfig(itemVersion.redemption), readSnapshot(snapshot));
  const to = { ...actingOn(task.stage, task), except: keptFrom(task.stage, context, recusals) };
  return [{ to, href: workHref(task.stage, task.application) }];
}

async function headsOfTask(deps: Deps, task: Task): Promise<Told[]> {
  return (await headsOf(deps.tx, task)).map((userId) => ({
    to: { userId },
    href: `/desk/cases/${task.application.id}`,
  }));
}

async function tell(
  deps: Deps,
  task: Task,
  kind: "taskNear" | "taskOverdue",
  recipients: readonly Told[],
): Promise<void> {
  const { application, stage, dueOn, id } = task;
  for (const { to, href } of recipients) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to,
        kind,
        params: { item: rowName(application.item), number: application.number ?? "", day: dueOn, ...workWords(stage) },
        href,
        dedupKey: `${kind}:${id}:${dueOn}`,
      },
    });
  }
}

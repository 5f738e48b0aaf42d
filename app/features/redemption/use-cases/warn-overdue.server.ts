import { headsOf } from "~/features/identity/use-cases/colleagues.server";
import type { Actor } from "~/features/identity/domain/actor";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import { enqueue, type OfficeOrder } from "~/platform/outbox.server";
import { perform } from "~/platform/transact.server";
import { markTask, unwarned } from "../adapters/workload.repository.server";
import { warningOf } from "../domain/warning";
import { readCalendar } from "./read-calendar.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };
/** no stage is longer than this, in calendar days: what ends later is not near yet */
const horizon = 40;

/** A round that once a day warns who has work whose term is about to end, and tells the head of what is over. */
export function warnDaily(process: Process): () => Promise<void> {
  let done = "";
  return async () => {
    const today = shanghaiDay(process.clock.now());
    if (done === today) return;
    await perform(process, worker, warnOverdue);
    done = today;
  };
}

/** Yellow goes to whoever has the work, red to the head of the office as well; each is told once. */
export async function warnOverdue(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const calendar = await readCalendar(deps);
  for (const task of await unwarned(deps.tx, addDays(today, horizon))) {
    const warning = warningOf(calendar, { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn }, today);
    if (warning === "yellow" && !task.warnedAt) await tell(deps, task, "taskNear", ownersOf(task));
    if (warning === "red" && !task.escalatedAt)
      await tell(deps, task, "taskOverdue", [
        ...ownersOf(task),
        ...(await headsOf(deps.tx, task)).map((userId) => ({ userId })),
      ]);
    if (warning === "red")
      await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now, escalatedAt: task.escalatedAt ?? now });
    if (warning === "yellow") await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now });
  }
}

type Task = Awaited<ReturnType<typeof unwarned>>[number];
type Recipient = { userId: string } | OfficeOrder;

function ownersOf({ assigneeId, departmentId, regionCode, stage }: Task): Recipient[] {
  return [assigneeId ? { userId: assigneeId } : { departmentId, regionCode, panel: stage === "expertScore" }];
}

async function tell(
  deps: Deps,
  task: Task,
  kind: "taskNear" | "taskOverdue",
  recipients: readonly Recipient[],
): Promise<void> {
  const { application, stage, dueOn, id } = task;
  for (const to of recipients) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to,
        kind,
        params: { item: application.item.title, number: application.number ?? "", day: dueOn, stage },
        href: `/desk/cases/${application.id}`,
        dedupKey: `${kind}:${id}`,
      },
    });
  }
}

import { headsOf } from "~/features/identity/use-cases/colleagues.server";
import type { Actor } from "~/access/actor";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import type { OfficeOrder } from "~/features/notices/domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import { perform } from "~/platform/transact.server";
import { onceADay } from "~/platform/once-a-day";
import { latenessOf } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { deputiesOf } from "../adapters/absence.repository.server";
import { markTask, unwarned } from "../adapters/workload.repository.server";
import { administration } from "../domain/subject";
import {
  described,
  keeperOf,
  withBarred,
  type Barred,
  type Described,
  type SubjectKeepers,
} from "./subject-keepers.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };
/** no stage is longer than this, in calendar days: what ends later is not near yet */
const horizon = 40;

/** A round that once a day warns who has work whose term is about to end, and tells the head of what is over. */
export function warnDaily(process: Process, subjects: SubjectKeepers): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, (deps) => warnOverdue({ ...deps, subjects })));
}

/** Yellow goes to whoever has the work, red to the head of the office as well; each is told once. */
export async function warnOverdue(deps: Warning): Promise<void> {
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const calendar = await readCalendar(deps);
  const warned = (await unwarned(deps.tx, { today, dueBy: addDays(today, horizon) })).flatMap((task) => {
    const { warning } = latenessOf(calendar, { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn }, today);
    return warning === "none" ? [] : [{ ...task, warning }];
  });
  for (const task of await withBarred(deps, await described(deps, warned))) {
    const { warning } = task;
    if (warning === "yellow" && !task.warnedAt) await tell(deps, task, "taskNear", await ownersOf(deps, task));
    if (warning === "red" && !task.escalatedAt)
      await tell(deps, task, "taskOverdue", [...(await ownersOf(deps, task)), ...(await headsOfTask(deps, task))]);
    if (warning === "red")
      await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now, escalatedAt: task.escalatedAt ?? now });
    if (warning === "yellow") await markTask(deps.tx, task.id, { warnedAt: task.warnedAt ?? now });
  }
}

type Warning = Deps & { subjects: SubjectKeepers };
type Task = Awaited<ReturnType<typeof unwarned>>[number] & { subject: Described; barred: Barred };
type Told = { to: { userId: string } | OfficeOrder; href: string };

/** Who has the work, and where it is done: the person it was given to, who stands in for that person, and the heads by the thing's own page, an office's people in their own lists. */
async function ownersOf({ tx, clock, subjects }: Warning, task: Task): Promise<Told[]> {
  const { stage, subjectId, departmentId, regionCode, barred } = task;
  const keeper = keeperOf(subjects, task);
  if (task.assigneeId) {
    const deputies = await deputiesOf(tx, task.assigneeId, shanghaiDay(clock.now()));
    return [task.assigneeId, ...deputies].map((userId) => ({ to: { userId }, href: keeper.page(subjectId) }));
  }
  const except = [...barred.involved, ...barred.aside];
  const to: OfficeOrder =
    departmentId === administration.departmentId
      ? { office: null, needs: "resolve:trouble:all" }
      : { office: { departmentId, regionCode }, needs: keeper.needs(stage)[0], except };
  return [{ to, href: keeper.workPage(stage, subjectId) }];
}

async function headsOfTask({ tx, subjects }: Warning, task: Task): Promise<Told[]> {
  const href = keeperOf(subjects, task).page(task.subjectId);
  return (await headsOf(tx, task)).map((userId) => ({ to: { userId }, href }));
}

async function tell(
  deps: Warning,
  task: Task,
  kind: "taskNear" | "taskOverdue",
  recipients: readonly Told[],
): Promise<void> {
  const { subject, stage, dueOn, id } = task;
  const words = keeperOf(deps.subjects, task).words(stage);
  for (const { to, href } of recipients) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to,
        kind,
        params: { item: subject.name, number: subject.number, day: dueOn, ...words },
        href,
        dedupKey: `${kind}:${id}:${dueOn}`,
      },
    });
  }
}

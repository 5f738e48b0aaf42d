import { headsOf } from "~/features/identity/use-cases/colleagues.server";
import type { Actor } from "~/access/actor";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import type { NoticeOrder, OfficeOrder } from "~/features/notices/domain/notice-order";
import type { OwnWords } from "~/features/notices/domain/notice-params";
import { groupBy } from "~/kernel/group-by";
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
  const unwarnedNow = warned.filter(({ warning, ...task }) => (warning === "red" ? !task.escalatedAt : !task.warnedAt));
  for (const alike of noticesOf(deps, await withBarred(deps, await described(deps, unwarnedNow))))
    await tell(deps, alike);
  for (const { id, warning, warnedAt } of unwarnedNow)
    await markTask(deps.tx, id, { warnedAt: warnedAt ?? now, ...(warning === "red" ? { escalatedAt: now } : {}) });
}

/** What one notice is about: a thing, or all of an office's or a person's of a kind that is told of together. */
function noticesOf({ subjects }: Warning, tasks: readonly Task[]): (readonly Task[])[] {
  const keyOf = (task: Task) => {
    const { subjectType, stage, departmentId, regionCode, assigneeId, warning, id } = task;
    const together = keeperOf(subjects, task).together(stage);
    return together ? [subjectType, together.page, departmentId, regionCode, assigneeId, warning].join(" ") : id;
  };
  return [...groupBy(tasks, keyOf).values()];
}

type Warning = Deps & { subjects: SubjectKeepers };
type Task = Awaited<ReturnType<typeof unwarned>>[number] & {
  warning: "yellow" | "red";
  subject: Described;
  barred: Barred;
};
type Recipient = { to: { userId: string } | OfficeOrder; href: string };

/** Who has the work, and where it is done: the person it was given to and who stands in for that person, else the office's people. */
async function ownersOf({ tx, clock, subjects }: Warning, task: Task): Promise<Recipient[]> {
  const { stage, subjectId, departmentId, regionCode, barred } = task;
  const keeper = keeperOf(subjects, task);
  const href = keeper.workPage(stage, subjectId);
  if (task.assigneeId) {
    const deputies = await deputiesOf(tx, task.assigneeId, shanghaiDay(clock.now()));
    return [task.assigneeId, ...deputies].map((userId) => ({ to: { userId }, href }));
  }
  const except = [...barred.involved, ...barred.aside];
  const to: OfficeOrder =
    departmentId === administration.departmentId
      ? { office: null, needs: "resolve:trouble:all" }
      : { office: { departmentId, regionCode }, needs: keeper.needs(stage)[0], except };
  return [{ to, href }];
}

async function headsOfTask({ tx, subjects }: Warning, task: Task): Promise<Recipient[]> {
  const href = keeperOf(subjects, task).page(task.subjectId);
  return (await headsOf(tx, task)).map((userId) => ({ to: { userId }, href }));
}

async function tell(deps: Warning, alike: readonly Task[]): Promise<void> {
  const [task] = alike;
  if (!task) return;
  const near = task.warning === "yellow";
  const recipients = [...(await ownersOf(deps, task)), ...(near ? [] : await headsOfTask(deps, task))];
  const together = keeperOf(deps.subjects, task).together(task.stage);
  const notice = together && alike.length > 1 ? ofAll(together.name, alike) : ofOne(deps, task);
  for (const { to, href } of recipients) {
    await enqueue(deps, {
      topic: "notice",
      payload: { to, ...notice, href: together && alike.length > 1 ? together.page : href },
    });
  }
}

function ofOne({ subjects }: Warning, task: Task): Pick<NoticeOrder, "kind" | "params" | "dedupKey"> {
  const { subject, stage, dueOn, id, warning } = task;
  const kind = warning === "yellow" ? "taskNear" : "taskOverdue";
  const { words } = keeperOf(subjects, task);
  return {
    kind,
    params: { item: subject.name, number: subject.number, day: dueOn, ...words(stage) },
    dedupKey: `${kind}:${id}:${dueOn}`,
  };
}

/** Of several things at once; the first one is the most urgent. */
function ofAll(name: OwnWords, alike: readonly Task[]): Pick<NoticeOrder, "kind" | "params" | "dedupKey"> {
  const [first] = alike;
  const kind = first?.warning === "yellow" ? "tasksNear" : "tasksOverdue";
  const day = first?.dueOn ?? "";
  return { kind, params: { what: name, count: alike.length, day }, dedupKey: `${kind}:${first?.id}:${day}` };
}

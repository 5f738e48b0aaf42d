import { recordAudit } from "~/features/work/audited.server";
import type { StaffRole } from "~/access/permissions";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { absentBy, endAbsence } from "../adapters/absence.repository.server";
import { assign, workInHands, type GivenTask } from "../adapters/task.repository.server";
import { recordAssigned } from "./assign-work.server";
import { peopleBeside } from "./people-of.server";
import { described, keeperOf, withBarred, type Barred, type SubjectKeepers } from "./subject-keepers.server";
import { notifyAssignee } from "./notify-assignee.server";

type Leaver = { id: string; displayName: string; departmentId: string | null; regionCode: string | null };

/** What somebody has in hands, for who will take it away: what it is of, how it is called, and who else may have it. */
export async function readInHands(deps: Reading & { subjects: SubjectKeepers }, userId: string) {
  const { own, forOthers } = await inHands(deps, userId);
  const work = await described(deps, own);
  return {
    work: work.map(({ id, dueOn, stage, subject, ...task }) => {
      const { words, mayBeGiven } = keeperOf(deps.subjects, task);
      return {
        ...{ id, dueOn, number: subject.number, work: words(stage).work.words },
        mayHave: (roles: readonly StaffRole[]) => mayBeGiven(stage, roles),
      };
    }),
    forOthers: forOthers.length,
  };
}

type Reading = Pick<Deps, "tx" | "clock">;

/** Work given to a person, and the work of colleagues the person stands in for. */
async function inHands({ tx, clock }: Reading, userId: string) {
  const absences = await absentBy(tx, userId, shanghaiDay(clock.now()));
  return {
    own: await workInHands(tx, [userId]),
    forOthers: await workInHands(
      tx,
      absences.map((each) => each.userId),
    ),
    absences,
  };
}

/**
 * Takes everything out of the hands of somebody who leaves an office: each piece of work goes to the successor, as far as
 * it may be given to that person, else back to all of the office; absences the person stood in for end, and their work is
 * everybody's. Each step is written in the log, the successor
 * and the head are told.
 * @returns how much moved
 * @throws Refusal `redemption.no-colleague` (422) for a successor of another office
 */
export async function handOver(
  deps: Deps & { subjects: SubjectKeepers },
  leaver: Leaver,
  successorId: string | null,
): Promise<number> {
  const { own, forOthers, absences } = await inHands(deps, leaver.id);
  const mayHave = await successorFor(deps, leaver, successorId);
  for (const task of await withBarred(deps, own)) await pass(deps, task, mayHave(task) ? successorId : null);
  for (const task of forOthers) await pass(deps, task, null);
  for (const { id, userId } of absences) {
    await endAbsence(deps.tx, id, [userId], deps.clock.now());
    await recordAudit(deps, { action: "absence.ended", subject: { type: "absence", id } });
  }
  const moved = own.length + forOthers.length;
  if (moved > 0) await tellHead(deps, leaver, moved);
  return moved;
}

/** Whether the successor may have a piece of work: a colleague for this kind of work who has no interest in it. */
async function successorFor(
  { tx, subjects }: Deps & { subjects: SubjectKeepers },
  leaver: Leaver,
  successorId: string | null,
) {
  if (successorId === null) return () => false;
  const people = await peopleBeside(tx, leaver);
  const successor = people.find(({ id }) => id === successorId && id !== leaver.id);
  if (!successor) throw new Refusal("redemption.no-colleague", 422);
  return ({ barred, ...task }: GivenTask & { barred: Barred }) =>
    keeperOf(subjects, task).mayBeGiven(task.stage, successor.roles as StaffRole[]) &&
    ![...barred.aside, ...barred.related].includes(successorId);
}

async function pass(
  deps: Deps & { subjects: SubjectKeepers },
  task: GivenTask,
  assigneeId: string | null,
): Promise<void> {
  if (!(await assign(deps.tx, task.id, assigneeId))) return;
  await recordAssigned(deps, task, assigneeId);
  if (assigneeId) await notifyAssignee(deps, keeperOf(deps.subjects, task), assigneeId, task);
}

function tellHead(deps: Deps, { id, displayName, departmentId, regionCode }: Leaver, count: number): Promise<void> {
  const office = departmentId && regionCode ? { departmentId, regionCode } : null;
  if (!office) return Promise.resolve();
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office, needs: "manage:task:department" },
      kind: "workHandedOver",
      params: { person: displayName, count },
      href: "/desk/department",
      dedupKey: `handed-over:${id}:${deps.clock.now().toISOString()}`,
    },
  });
}

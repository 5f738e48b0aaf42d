import type { Actor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { onceADay } from "~/platform/once-a-day";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { openOfStages } from "../adapters/workload.repository.server";
import { unattendedSubject } from "../domain/trouble";
import { openSubjects } from "./open-subjects.server";
import { peopleOf } from "./people-of.server";
import { closeTrouble, openTrouble } from "./open-trouble.server";
import { keeperOf, withBarred, type Barred, type KindTask, type SubjectKeepers } from "./subject-keepers.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };

/** A round that once a day looks for work that nobody of its office may do. */
export function lookForUnattended(process: Process, subjects: SubjectKeepers): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, (deps) => notifyOfUnattended({ ...deps, subjects })));
}

/**
 * Work that nobody of its office may do, because everybody there had a part in what it is about, stands aside, or lacks the
 * permission, is brought to the administrators, who can give the office another person; it leaves their list when somebody
 * may do it or it is done.
 */
export async function notifyOfUnattended(deps: Looking): Promise<void> {
  const unattended = new Set<string>();
  for (const task of await barredWork(deps)) {
    if (await isAttended(deps, task)) continue;
    const subject = unattendedSubject(task.id);
    unattended.add(subject);
    await openTrouble(deps, {
      kind: "case",
      subject,
      step: `nobody-${task.stage}`,
      applicationId: task.subjectType === "application" ? task.subjectId : null,
      office: null,
      reason: "redemption.nobody-may",
    });
  }
  const known = await openSubjects(deps, "case");
  for (const subject of known.filter((each) => each.startsWith(unattendedSubject("")) && !unattended.has(each)))
    await closeTrouble(deps, { kind: "case", subject });
}

type Looking = Deps & { subjects: SubjectKeepers };
type Task = KindTask & { subjectType: string; barred: Barred };

/** Open work of stages that are closed to some people of their office. */
async function barredWork(deps: Looking): Promise<Task[]> {
  const rows = [];
  for (const [type, { barredStages }] of Object.entries(deps.subjects))
    if (barredStages.length > 0) rows.push(...(await openOfStages(deps.tx, type, barredStages)));
  return withBarred(deps, rows);
}

async function isAttended({ tx, subjects }: Looking, task: Task): Promise<boolean> {
  const { stage, departmentId, regionCode, barred } = task;
  const needed = keeperOf(subjects, task).needs(stage);
  const kept = [...barred.involved, ...barred.aside, ...barred.related];
  return (await peopleOf(tx, { departmentId, regionCode })).some(
    ({ id, roles }) => !kept.includes(id) && needed.some((each) => permissionsOf(roles as StaffRole[], null).has(each)),
  );
}

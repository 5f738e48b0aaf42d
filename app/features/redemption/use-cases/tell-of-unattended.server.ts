import { colleagues } from "~/features/identity/use-cases/colleagues.server";
import type { Actor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { unattendedSubject } from "~/features/troubles/domain/trouble";
import { openSubjects } from "~/features/troubles/use-cases/open-subjects.server";
import { closeTrouble, openTrouble } from "~/features/troubles/use-cases/open-trouble.server";
import { onceADay } from "~/platform/once-a-day";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { barredWork } from "../adapters/workload.repository.server";
import { barredStages, keptFrom } from "../domain/barred";
import { readCase } from "../domain/decide";
import { neededFor } from "../domain/review-actions";
import type { TaskStage } from "../domain/tasks";
import { readConfig } from "~/features/policies/domain/stored-item";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };

/** A round that once a day looks for work that nobody of its office may do. */
export function lookForUnattended(process: Process): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, tellOfUnattended));
}

/**
 * Work that nobody of its office may do, because everybody there had a part in what it is about, stands aside, or lacks the
 * permission, is brought to the administrators, who can give the office another person; it leaves their list when somebody
 * may do it or it is done.
 */
export async function tellOfUnattended(deps: Deps): Promise<void> {
  const unattended = new Map<string, Task>();
  for (const task of await barredWork(deps.tx, barredStages))
    if (!(await isAttended(deps, task))) unattended.set(unattendedSubject(task.id), task);
  for (const [subject, { application, stage }] of unattended)
    await openTrouble(deps, {
      kind: "case",
      subject,
      step: `nobody-${stage}`,
      applicationId: application.id,
      office: null,
      reason: "redemption.nobody-may",
    });
  const known = await openSubjects(deps, "case");
  for (const subject of known.filter((each) => each.startsWith(unattendedSubject("")) && !unattended.has(each)))
    await closeTrouble(deps, { kind: "case", subject });
}

type Task = Awaited<ReturnType<typeof barredWork>>[number];

async function isAttended({ tx }: Deps, { stage, departmentId, regionCode, application }: Task): Promise<boolean> {
  const { context } = readCase(readConfig(application.itemVersion.redemption), readSnapshot(application.snapshot));
  const needed = neededFor(stage as TaskStage);
  const kept = keptFrom(stage, context, [...application.recusals, ...application.enterprise.memberships]);
  return (await colleagues(tx, { departmentId, regionCode })).some(
    ({ id, roles }) => !kept.includes(id) && needed.some((each) => permissionsOf(roles as StaffRole[], null).has(each)),
  );
}

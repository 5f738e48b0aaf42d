import { endedStates } from "~/features/claims/domain/case-states";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import { daysAfter, workingDaysBetween } from "../oracle/days";
import type { City } from "./city";
import type { Reader } from "./links";

export type Fault = { subject: string; what: string };

const lateness = 20;
/** Cases that nobody has a task, a term or a job for, and tasks that are 20 working days late where nobody can see them. */
export async function stuckCases(city: City, announced: Readonly<Record<string, boolean>>): Promise<Fault[]> {
  const { prisma, clock } = city.running;
  const open = await prisma.application.findMany({
    where: { state: { notIn: endedStates } },
    select: {
      id: true,
      state: true,
      tasks: { where: { closedAt: null }, select: { stage: true, departmentId: true, regionCode: true, dueOn: true } },
      deadlines: { where: { handledAt: null, cancelledAt: null }, select: { id: true, dueAt: true, putOffs: true } },
    },
  });
  const waiting = new Set(
    (
      await prisma.$queryRaw<{ id: string }[]>`
      SELECT payload->>'applicationId' AS id FROM "Outbox" WHERE "processedAt" IS NULL AND "failedAt" IS NULL`
    ).map(({ id }) => id),
  );
  const troubles = await prisma.trouble.findMany({ where: { kind: "deadline" }, select: { subject: true } });
  const told = new Set(troubles.map(({ subject }) => subject));
  const faults: Fault[] = [];
  for (const { id, state, tasks, deadlines } of open) {
    const running = deadlines.some(({ dueAt }) => dueAt.getTime() > clock.now().getTime() - 3 * 86_400_000);
    for (const { id: term, putOffs } of deadlines)
      if (putOffs >= 2 && !told.has(term))
        faults.push({ subject: id, what: `a term was put off ${putOffs} times and nobody was told` });
    if (tasks.length === 0 && !running && !waiting.has(id))
      faults.push({ subject: id, what: `in ${state} with no task, no term and no job` });
    for (const task of tasks)
      if (workingDaysBetween(announced, task.dueOn, city.today) > lateness && !(await isSeen(city, task)))
        faults.push({ subject: id, what: `${task.stage} at ${task.departmentId} is late and on nobody's page` });
  }
  return faults;
}

/** Whether somebody of the office can still sign in and see its work. */
async function isSeen(city: City, office: { departmentId: string; regionCode: string }): Promise<boolean> {
  const { departmentId, regionCode } = office;
  return (await city.running.prisma.user.count({ where: { departmentId, regionCode, disabledAt: null } })) > 0;
}

/** Jobs that failed their last try. */
export async function deadJobs(city: City): Promise<Fault[]> {
  const dead = await city.running.prisma.outbox.findMany({
    where: { failedAt: { not: null } },
    select: { id: true, topic: true, lastError: true },
  });
  return dead.map(({ id, topic, lastError }) => ({ subject: String(id), what: `${topic}: ${lastError ?? ""}` }));
}

/** Cases that are not decided the same when they are decided again from what is stored. */
export async function replayMismatches(city: City): Promise<Fault[]> {
  const { prisma } = city.running;
  const cases = await prisma.application.findMany({ where: { number: { not: null } }, select: { id: true } });
  const faults: Fault[] = [];
  for (const { id } of cases) {
    const { differences, submissions } = await prisma.$transaction((tx) => replayCase(tx, id), { timeout: 60_000 });
    const [first] = differences;
    if (first) faults.push({ subject: id, what: JSON.stringify(first).slice(0, 300) });
    for (const { seq } of submissions.filter(({ kept }) => !kept))
      faults.push({ subject: id, what: `what was handed in the ${seq}. time is lost` });
  }
  return faults;
}

/** Notices whose link its reader can't open, each kind for each role once a month. */
export async function deadLinks(city: City, reader: Reader, since: string): Promise<Fault[]> {
  const { prisma } = city.running;
  const notices = await prisma.notice.findMany({
    where: { createdAt: { gte: new Date(`${daysAfter(since, -1)}T16:00:00Z`) } },
    orderBy: { id: "asc" },
    select: { kind: true, href: true, user: { select: { loginName: true, roles: true, disabledAt: true } } },
  });
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { kind, href, user } of notices) {
    const name = `${kind} ${user.roles.join("+")}`;
    if (user.disabledAt || seen.has(name)) continue;
    seen.add(name);
    const status = await reader.open(user.loginName, href);
    if (status >= 400) faults.push({ subject: href, what: `${name} leads ${user.loginName} to ${status}` });
  }
  return faults;
}

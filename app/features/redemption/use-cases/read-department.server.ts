import { colleagues } from "~/features/identity/use-cases/colleagues.server";
import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import { addDays, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { absencesOf } from "../adapters/assignment.repository.server";
import { closedOfOffice, openOfOffice } from "../adapters/workload.repository.server";
import { isLate, latenessOf, type Lateness } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { readOfficeExclusions } from "./repair-credit.server";
import { officeOf } from "./office-of.server";

/** Calendar days over which the pace of finished work is told. */
const period = 30;

type Reading = Pick<Deps, "tx" | "clock" | "catalogue"> & { actor: UserActor };

/** An office as its head sees it: each stage against its term, open work with its warning, who is away, who is excluded. */
export async function readDepartment(deps: Reading) {
  const office = officeOf(deps.actor);
  const today = shanghaiDay(deps.clock.now());
  const [calendar, people, rows] = [
    await readCalendar(deps),
    await colleagues(deps.tx, office),
    await openOfOffice(deps.tx, office),
  ];
  const tasks = rows.map((row) => ({
    ...row,
    lateness: latenessOf(calendar, { openedOn: shanghaiDay(row.openedAt), dueOn: row.dueOn }, today),
  }));
  const closed = await closedOfOffice(deps.tx, office, startOfDay(addDays(today, -period)));
  const stages = stagesOf(tasks, closed, calendar);
  const absences = await absencesOf(
    deps.tx,
    people.map(({ id }) => id),
    today,
  );
  return {
    today,
    people: people.map(({ id, displayName, roles }) => ({ id, displayName, roles: roles as StaffRole[] })),
    tasks,
    stages,
    absences,
    exclusions: await readOfficeExclusions(deps),
  };
}

/** What one person has to do, what nobody has yet, and how the office did in thirty days, person by person. */
export async function readWorkload(deps: Reading) {
  const office = officeOf(deps.actor);
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const [calendar, people] = [await readCalendar(deps), await colleagues(deps.tx, office)];
  const [open, closed] = [
    await openOfOffice(deps.tx, office),
    await closedOfOffice(deps.tx, office, startOfDay(addDays(today, -period))),
  ];
  const shown = open.map((row) => ({
    ...row,
    lateness: latenessOf(calendar, { openedOn: shanghaiDay(row.openedAt), dueOn: row.dueOn }, today),
  }));
  return {
    mine: shown.filter(({ assigneeId }) => assigneeId === deps.actor.userId),
    unassigned: shown.filter(({ assigneeId }) => assigneeId === null).length,
    people: people.map(({ id, displayName }) => ({
      id,
      name: displayName,
      open: open.filter(({ assigneeId }) => assigneeId === id).length,
      ...pace(
        closed.filter(({ closedById }) => closedById === id),
        calendar,
      ),
    })),
  };
}

type Open = { stage: string; openedAt: Date; dueOn: string; assigneeId: string | null; lateness: Lateness };

/** Each stage of an office: what is open, the working days promised for it, and how the last thirty days kept the promise. */
function stagesOf(tasks: readonly Open[], closed: Closed, calendar: WorkingCalendar) {
  return [...new Set([...tasks, ...closed].map(({ stage }) => stage))].map((stage) => {
    const own = tasks.filter((task) => task.stage === stage);
    const done = closed.filter((task) => task.stage === stage);
    const count = (warning: string) => own.filter((task) => task.lateness.warning === warning).length;
    const promised = [...own, ...done].map(({ openedAt, dueOn }) =>
      workingDaysBetween(calendar, shanghaiDay(openedAt), dueOn),
    );
    return {
      stage,
      open: own.length,
      red: count("red"),
      yellow: count("yellow"),
      unassigned: own.filter(({ assigneeId }) => !assigneeId).length,
      promisedLeast: Math.min(...promised),
      promisedMost: Math.max(...promised),
      ...pace(done, calendar),
    };
  });
}

type Closed = Awaited<ReturnType<typeof closedOfOffice>>;

function pace(rows: Closed, calendar: WorkingCalendar): { done: number; late: number; averageDays: number | null } {
  const days = rows.map(({ openedAt, closedAt }) =>
    workingDaysBetween(calendar, shanghaiDay(openedAt), shanghaiDay(closedAt ?? openedAt)),
  );
  const late = rows.filter(({ closedAt, dueOn }) => closedAt !== null && isLate(dueOn, shanghaiDay(closedAt))).length;
  return {
    done: rows.length,
    late,
    averageDays:
      rows.length === 0 ? null : Math.round((days.reduce((sum, each) => sum + each, 0) / rows.length) * 10) / 10,
  };
}

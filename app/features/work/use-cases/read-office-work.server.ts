import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import { addDays, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { absencesOf } from "../adapters/absence.repository.server";
import { closedOfOffice, openOfOffice } from "../adapters/workload.repository.server";
import { isLate, latenessOf } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { officeOf, ownOffice } from "./office-of.server";
import { peopleOf } from "./people-of.server";
import { described, keeperOf, type SubjectKeepers } from "./subject-keepers.server";

/** Calendar days over which the pace of finished work is told. */
const period = 30;

type Reading = Pick<Deps, "tx" | "clock"> & { actor: UserActor; subjects: SubjectKeepers };

/** An office as its head sees it: each stage against its term, open work with its warning, who is away. */
export async function readDepartment(deps: Reading) {
  const office = officeOf(deps.actor);
  const today = shanghaiDay(deps.clock.now());
  const [calendar, people, rows] = [
    await readCalendar(deps),
    await peopleOf(deps.tx, office),
    await openOfOffice(deps.tx, office),
  ];
  const tasks = await shownOf(deps, rows, calendar);
  const closed = await closedOfOffice(deps.tx, office, startOfDay(addDays(today, -period)));
  const stages = stagesOf(deps.subjects, tasks, closed, calendar);
  const absences = await absencesOf(
    deps.tx,
    people.map(({ id }) => id),
    today,
  );
  return {
    today,
    people: people.map(({ id, displayName }) => ({ id, displayName })),
    tasks: tasks.map((task) => ({ ...task, mayHave: mayHave(deps.subjects, task, people) })),
    stages,
    absences,
  };
}

/** Those of an office's people whom a piece of work may be given to. */
function mayHave(
  subjects: SubjectKeepers,
  task: { subjectType: string; stage: string },
  people: Awaited<ReturnType<typeof peopleOf>>,
): string[] {
  const { mayBeGiven } = keeperOf(subjects, task);
  return people.filter(({ roles }) => mayBeGiven(task.stage, roles as StaffRole[])).map(({ id }) => id);
}

type Line = Awaited<ReturnType<typeof openOfOffice>>[number];

/** Open work as pages show it: of what, how it is called and where it is, how its term stands. */
async function shownOf(deps: Reading, rows: readonly Line[], calendar: WorkingCalendar) {
  const today = shanghaiDay(deps.clock.now());
  return (await described(deps, rows)).map((row) => ({
    ...row,
    ...callOf(deps.subjects, row),
    page: keeperOf(deps.subjects, row).page(row.subjectId),
    lateness: latenessOf(calendar, { openedOn: shanghaiDay(row.openedAt), dueOn: row.dueOn }, today),
  }));
}

/** The key of the words that call a piece of work. */
function callOf(subjects: SubjectKeepers, task: { subjectType: string; stage: string }): { work: string } {
  return { work: keeperOf(subjects, task).words(task.stage).work.words };
}

/** What one person has to do and where, what nobody has yet, and how the office did in thirty days, person by person. */
export async function readWorkload(deps: Reading) {
  const office = ownOffice(deps.actor);
  if (!office) return { mine: [], unassigned: 0, people: [] };
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const [calendar, people] = [await readCalendar(deps), await peopleOf(deps.tx, office)];
  const [open, closed] = [
    await openOfOffice(deps.tx, office),
    await closedOfOffice(deps.tx, office, startOfDay(addDays(today, -period))),
  ];
  const shown = await shownOf(deps, open, calendar);
  return {
    mine: shown
      .filter(({ assigneeId }) => assigneeId === deps.actor.userId)
      .map((task) => ({ ...task, page: keeperOf(deps.subjects, task).workPage(task.stage, task.subjectId) })),
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

type Open = Awaited<ReturnType<typeof shownOf>>[number];

/**
 * Each kind of work of an office: what is open, the working days promised for it (null where none are), and how the
 * last thirty days kept its term.
 */
function stagesOf(subjects: SubjectKeepers, tasks: readonly Open[], finished: Closed, calendar: WorkingCalendar) {
  const closed = finished.map((row) => ({ ...row, ...callOf(subjects, row) }));
  return [...new Set([...tasks, ...closed].map(({ work }) => work))].map((work) => {
    const own = tasks.filter((task) => task.work === work);
    const done = closed.filter((task) => task.work === work);
    const count = (warning: string) => own.filter((task) => task.lateness.warning === warning).length;
    const promised = [...own, ...done].flatMap(({ subjectType, openedAt, dueOn }) =>
      keeperOf(subjects, { subjectType }).promised ? [workingDaysBetween(calendar, shanghaiDay(openedAt), dueOn)] : [],
    );
    return {
      work,
      open: own.length,
      red: count("red"),
      yellow: count("yellow"),
      unassigned: own.filter(({ assigneeId }) => !assigneeId).length,
      promised: promised.length === 0 ? null : { least: Math.min(...promised), most: Math.max(...promised) },
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

import { shanghaiDay } from "~/kernel/plain-date";
import { dueBefore } from "~/features/work/use-cases/keep-tasks.server";
import type { Deps } from "~/platform/context.server";
import { answerCorrection, movePromise } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import { promiseAfter, stageDueAfter } from "../domain/correction-clock";
import type { CaseTask } from "../domain/tasks";
import type { Advanced } from "./advance-case.server";
import { dueDay, readCalendar } from "~/features/calendar/use-cases/read-calendar.server";

/** Closes the notice and moves the promise by the rule of the item; gives the day the correction was asked where it was answered. */
export async function endCorrection(deps: Deps, { row, config, advance }: Advanced): Promise<string | null> {
  const { comment = "", answers = [] } = advance.payload ?? {};
  const notice = await answerCorrection(deps.tx, row.id, { answer: comment, answers, answeredAt: deps.clock.now() });
  if (!notice || advance.event.type !== "RESUBMIT") return null;
  const askedOn = shanghaiDay(notice.issuedAt);
  if (row.promisedOn) {
    const pause = { askedOn, answeredOn: shanghaiDay(deps.clock.now()) };
    await movePromise(
      deps.tx,
      row.id,
      promiseAfter(config.correctionClock ?? "pause", await readCalendar(deps), pause, {
        promisedOn: row.promisedOn,
        workingDays: config.promisedWorkingDays,
      }),
    );
  }
  return askedOn;
}

/** The day a task is due: what was left of it before a correction, else all its working days from today. */
export async function taskDue(
  deps: Deps,
  { row, config }: Pick<Advanced, "row" | "config">,
  task: CaseTask,
  askedOn: string | null,
): Promise<string> {
  const today = shanghaiDay(deps.clock.now());
  const { stage, departmentId } = task;
  const asked = { stage, departmentId, outcome: "REQUEST_CORRECTION" };
  const before = askedOn && (await dueBefore(deps, caseSubject(row.id), asked));
  if (!askedOn || !before) return dueDay(deps, today, task.workingDays);
  return stageDueAfter(
    config.correctionClock ?? "pause",
    await readCalendar(deps),
    { askedOn, answeredOn: today },
    { dueOn: before, workingDays: task.workingDays },
  );
}

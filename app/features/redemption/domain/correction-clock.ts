import type { PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";

export type CorrectionClock = "pause" | "reset";

/** A correction that was asked on one day and answered on another. */
export type Pause = { askedOn: PlainDate; answeredOn: PlainDate };

/**
 * The promised day after a correction: the days it took are left out, or the whole promise (working days) begins anew.
 * @throws CalendarEnd
 */
export function promiseAfter(
  clock: CorrectionClock,
  calendar: WorkingCalendar,
  { askedOn, answeredOn }: Pause,
  promise: { promisedOn: PlainDate; workingDays: number },
): PlainDate {
  if (clock === "reset") return addWorkingDays(calendar, answeredOn, promise.workingDays);
  return addWorkingDays(calendar, promise.promisedOn, workingDaysBetween(calendar, askedOn, answeredOn));
}

/** The day a stage ends that was under way when the correction was asked: the days it had left, one at least; or all of them. */
export function stageDueAfter(
  clock: CorrectionClock,
  calendar: WorkingCalendar,
  { askedOn, answeredOn }: Pause,
  stage: { dueOn: PlainDate; workingDays: number },
): PlainDate {
  if (clock === "reset") return addWorkingDays(calendar, answeredOn, stage.workingDays);
  return addWorkingDays(calendar, answeredOn, Math.max(1, workingDaysBetween(calendar, askedOn, stage.dueOn)));
}

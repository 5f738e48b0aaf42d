import { Refusal } from "~/kernel/refusal";
import { addDays, type PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, CalendarEnd, workdayFrom, type WorkingCalendar } from "~/kernel/working-days";
import { oncePerTransaction } from "~/platform/at-end.server";
import type { Deps } from "~/platform/context.server";
import {
  editionInForce,
  readEdition,
  type AnnouncedYear,
  type CalendarEdition,
} from "../adapters/working-days.repository.server";
import { editionInForceKey } from "../domain/edition";

const editions = new Map<string, CalendarEdition>();
const editionsKept = 4;

/**
 * The edition of the calendar that is in force. The process keeps what it has read of an edition; which one is in force
 * the database says in every transaction, and no change of the calendar gets between that answer and the transaction's end.
 */
async function edition({ tx }: Pick<Deps, "tx">): Promise<CalendarEdition> {
  const known = editions.get(await oncePerTransaction(tx, editionInForceKey, () => editionInForce(tx)));
  if (known) return known;
  const read = await oncePerTransaction(tx, "calendar:read", () => readEdition(tx));
  if (editions.size >= editionsKept) editions.clear();
  editions.set(read.id, read);
  return read;
}

/** The working calendar. */
export async function readCalendar(deps: Pick<Deps, "tx">): Promise<WorkingCalendar> {
  return (await edition(deps)).days;
}

/** Years whose notice of the State Council is known, with its number and day; every later one is provisional. */
export async function readAnnounced(deps: Pick<Deps, "tx">): Promise<readonly AnnouncedYear[]> {
  return (await edition(deps)).announced;
}

/**
 * The day a period of working days ends.
 * @throws Refusal `redemption.calendar-end` when the calendar has not been kept that far
 */
export async function dueDay(deps: Pick<Deps, "tx">, from: PlainDate, workingDays: number): Promise<PlainDate> {
  try {
    return addWorkingDays(await readCalendar(deps), from, workingDays);
  } catch (error) {
    if (error instanceof CalendarEnd) throw new Refusal("redemption.calendar-end", 409, { day: error.day });
    throw error;
  }
}

/** The day a period of calendar days ends: where that is a day off, the next on which people work (民法典第二百零三条). */
export async function endOfDays(deps: Pick<Deps, "tx">, from: PlainDate, days: number): Promise<PlainDate> {
  return workdayFrom(await readCalendar(deps), addDays(from, days));
}

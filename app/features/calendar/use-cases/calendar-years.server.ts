import type { Actor } from "~/access/actor";
import { recordAudit } from "~/features/calendar/audited.server";
import { provisionalCalendar } from "~/kernel/official-holidays";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { onceADay } from "~/platform/once-a-day";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { addDaysOf, daysOfYear, yearSpan } from "../adapters/calendar.repository.server";
import type { KnownDay } from "../domain/changed-days";

/** The known days of a year, in order. */
export function readCalendarYear({ tx }: Pick<Deps, "tx">, year: number): Promise<KnownDay[]> {
  return daysOfYear(tx, year);
}

/** The years the calendar knows. */
export async function calendarYears({ tx }: Pick<Deps, "tx">): Promise<number[]> {
  const span = await yearSpan(tx);
  return span ? Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index) : [];
}

/** Adds the year after the last known one, provisionally. @throws Refusal `calendar.unknown` (404) for any other year */
export async function openCalendarYear(deps: Deps, year: number): Promise<void> {
  const span = await yearSpan(deps.tx);
  if (year !== (span?.last ?? 0) + 1) throw new Refusal("calendar.unknown", 404, { date: year });
  await addDaysOf(deps.tx, provisionalCalendar(String(year)));
  await recordAudit(deps, { action: "calendar.year-opened", subject: { type: "calendar-year", id: String(year) } });
}

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };

/** A round that once a day sees that terms can be counted: to the end of the year after this one at the least. */
export function openYearsDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, openYearsAhead));
}

/** Adds what is missing of this year and the next, provisionally: nobody's application waits for an administrator. */
export async function openYearsAhead(deps: Deps): Promise<void> {
  const span = await yearSpan(deps.tx);
  const needed = yearOf(shanghaiDay(deps.clock.now())) + 1;
  for (let year = (span?.last ?? needed) + 1; year <= needed; year += 1) await openCalendarYear(deps, year);
}

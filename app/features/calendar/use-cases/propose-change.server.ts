import { recordAudit } from "~/features/calendar/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { allDays, daysOfYear, findDay, noteDay } from "../adapters/calendar.repository.server";
import { addChange } from "../adapters/change.repository.server";
import { changedDays, missingHolidays, type ChangedDay } from "../domain/changed-days";
import { outsideYear, readNotice, type NoticeProblem } from "../domain/notice-text";

type Official = Deps & { actor: UserActor };
export type EnteredNotice = { year: number; number: string; issuedOn: string; text: string };

/**
 * Enters the notice for a year; nothing changes before it is confirmed.
 * @returns id of the change, or what is wrong with the text; nothing where it names no days
 * @throws Refusal `calendar.unknown` (404) for a year the calendar does not hold
 */
export async function proposeNotice(
  deps: Official,
  { year, number, issuedOn, text }: EnteredNotice,
): Promise<{ ok: true; id: string } | { ok: false; problems: NoticeProblem[] }> {
  if ((await daysOfYear(deps.tx, year)).length === 0) throw new Refusal("calendar.unknown", 404, { date: year });
  const { days: named, problems, unread } = readNotice(text, year);
  const outside = outsideYear(named, year).map((date): NoticeProblem => ({ code: "otherYear", text: date }));
  if (named.length === 0 || problems.length + outside.length > 0)
    return { ok: false, problems: [...problems, ...outside] };
  const days = changedDays(year, named, await allDays(deps.tx));
  const id = await putChange(deps, {
    kind: "notice",
    year,
    number,
    issuedOn,
    days,
    unread,
    missing: missingHolidays(year, named),
  });
  await recordAudit(deps, {
    action: "calendar.notice-entered",
    subject: { type: "calendar-year", id: String(year) },
    after: { change: id, number, issuedOn, days: days.length },
  });
  return { ok: true, id };
}

/**
 * Sets by hand whether people work on a day; where that changes, the change waits to be confirmed, else only the note is new.
 * @returns id of the change, null where nothing moves; or what is missing
 * @throws Refusal `calendar.unknown` (404)
 */
export async function proposeDay(
  deps: Official,
  { date, isWorkday, note }: { date: string; isWorkday: boolean; note: string | null },
): Promise<{ ok: true; id: string | null } | { ok: false; problem: "problem.reason" }> {
  const known = await findDay(deps.tx, date);
  if (!known) throw new Refusal("calendar.unknown", 404, { date });
  if (known.isWorkday === isWorkday) {
    await noteDay(deps.tx, date, note);
    await recordAudit(deps, {
      action: "calendar.changed",
      subject: { type: "calendar-day", id: date },
      before: { isWorkday, note: known.note },
      after: { isWorkday, note },
    });
    return { ok: true, id: null };
  }
  if (note === null) return { ok: false, problem: "problem.reason" };
  const id = await putChange(deps, {
    kind: "day",
    year: Number(date.slice(0, 4)),
    reason: note,
    days: [{ date, isWorkday, was: known.isWorkday, note }],
  });
  return { ok: true, id };
}

type Fresh = {
  kind: "notice" | "day";
  year: number;
  number?: string;
  issuedOn?: string;
  reason?: string;
  days: ChangedDay[];
  unread?: string[];
  missing?: string[];
};

async function putChange(deps: Official, change: Fresh): Promise<string> {
  const id = deps.random.uuid();
  await addChange(deps.tx, { ...change, id, proposedById: deps.actor.userId, proposedAt: deps.clock.now() });
  return id;
}

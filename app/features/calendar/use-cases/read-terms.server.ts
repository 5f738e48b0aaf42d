import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { CalendarEnd } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { allDays } from "../adapters/calendar.repository.server";
import type { ChangedDay } from "../domain/changed-days";
import { movesOf, type Move, type Term } from "../domain/term";
import type { TermKeepers } from "./term-keepers.server";

type Reading = Pick<Deps, "tx" | "clock"> & { terms: TermKeepers };

/** Every open term that ends on a day or later. */
async function readTerms({ terms, tx }: Reading, from: string): Promise<Term[]> {
  const all: Term[] = [];
  for (const { read } of terms.keepers) all.push(...(await read({ tx }, from)));
  return all;
}

/**
 * The open terms that days which change would move.
 * @throws Refusal `redemption.calendar-end` (409) where a term would end beyond the calendar
 */
export async function readMoves(deps: Reading, days: readonly ChangedDay[]): Promise<{ terms: Term[]; moves: Move[] }> {
  const [first] = days.map(({ date }) => date).sort();
  if (first === undefined) return { terms: [], moves: [] };
  const before = new Map((await allDays(deps.tx)).map(({ date, isWorkday }) => [date, isWorkday]));
  const after = new Map([...before, ...days.map(({ date, isWorkday }) => [date, isWorkday] as const)]);
  const terms = await readTerms(deps, first);
  try {
    return { terms, moves: movesOf({ before, after, today: shanghaiDay(deps.clock.now()) }, first, terms) };
  } catch (error) {
    if (error instanceof CalendarEnd) throw new Refusal("redemption.calendar-end", 409, { day: error.day });
    throw error;
  }
}

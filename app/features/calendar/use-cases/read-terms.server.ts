import { readUrgedTerms } from "~/features/funds/use-cases/urged-terms.server";
import { readCaseTerms } from "~/features/redemption/use-cases/case-terms.server";
import { readTroubleTerms } from "~/features/troubles/use-cases/trouble-terms.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { CalendarEnd } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { allDays } from "../adapters/calendar.repository.server";
import type { ChangedDay } from "../domain/changed-days";
import { movesOf, type Move, type Term } from "../domain/term";

/** Every open term that ends on a day or later, of cases, of firms that were urged to pay back, of troubles. */
async function readTerms(deps: Pick<Deps, "tx">, from: string): Promise<Term[]> {
  const troubles = await readTroubleTerms(deps, from);
  const urged = await readUrgedTerms(deps, from);
  return [
    ...(await readCaseTerms(deps, from)),
    ...urged.map(({ id, applicationId, enterpriseId, regionCode, number, firm, item, start, day }) => ({
      ...{ applicationId, enterpriseId, regionCode, number, firm, item, start, day },
      kind: "urged" as const,
      owner: "firm" as const,
      working: true,
      subjectId: id,
      step: null,
      departmentId: null,
    })),
    ...troubles.map((row) => ({
      ...row,
      kind: "trouble" as const,
      owner: "office" as const,
      working: true,
      enterpriseId: null,
      firm: null,
      item: null,
    })),
  ];
}

/**
 * The open terms that days which change would move.
 * @throws Refusal `redemption.calendar-end` (409) where a term would end beyond the calendar
 */
export async function readMoves(
  deps: Pick<Deps, "tx" | "clock">,
  days: readonly ChangedDay[],
): Promise<{ terms: Term[]; moves: Move[] }> {
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

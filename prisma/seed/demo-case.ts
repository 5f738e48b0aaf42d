import { applicationNumber } from "~/features/applications/domain/application-number";
import { amountOf } from "~/features/matching/domain/amount/amount";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import type { CaseState } from "~/features/claims/domain/case-states";
import { decide, readCase, type StoredSnapshot } from "~/features/redemption/domain/decide";
import type { CaseEvent } from "~/features/redemption/domain/events";
import { openTasks, type CaseTask } from "~/features/redemption/domain/tasks";
import { openWaits, type Wait } from "~/features/redemption/domain/waits";
import { addDays, shanghaiDay, startOfDay, yearOf, type PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, isWorkday, type WorkingCalendar } from "~/kernel/working-days";
import { eventsTo, type Ending, type Persons } from "./case-path";
import type { RandomSource } from "./random-source";

export type DemoTask = CaseTask & { openedAt: Date; dueOn: PlainDate; closedAt: Date | null; outcome: string | null };

/** A term that runs where the case stands, and the last day of it. */
export type DemoTerm = Wait & { endsOn: PlainDate };

export type DemoTransition = { event: CaseEvent; from: CaseState; to: CaseState; at: Date };

export type DemoCase = {
  published: PublishedItem;
  firm: { id: string; regionCode: string; facts: Facts };
  ending: Ending;
  serial: number;
  number: string;
  year: number;
  caseFacts: Facts;
  facts: Facts;
  fen: bigint;
  state: CaseState;
  snapshot: StoredSnapshot;
  transitions: DemoTransition[];
  tasks: DemoTask[];
  terms: DemoTerm[];
  promisedOn: PlainDate;
};

type Input = {
  published: PublishedItem;
  firm: DemoCase["firm"];
  caseFacts: Facts;
  ending: Ending;
  serial: number;
  submittedOn: PlainDate;
  today: PlainDate;
  persons: Persons;
};

/**
 * Plays a case through the real machine, a few working days between the events. Null when it would reach beyond today or
 * its firm is not eligible.
 */
export function playCase(input: Input, calendar: WorkingCalendar, random: RandomSource): DemoCase | null {
  const { published, firm, caseFacts, ending, serial } = input;
  const facts = { ...firm.facts, ...caseFacts, region: firm.regionCode };
  if (evaluateCondition(published.item.conditions, facts, input.submittedOn) !== "eligible") return null;
  const sum = amountOf(published.item, facts, []).fen;
  if (sum === null || sum <= 0n) return null;
  const year = yearOf(input.submittedOn);
  const played = play(input, calendar, random);
  if (!played) return null;
  return {
    published,
    firm,
    ending,
    caseFacts,
    facts,
    fen: sum,
    ...played,
    serial,
    year,
    number: applicationNumber(year, serial),
    promisedOn: addWorkingDays(calendar, input.submittedOn, published.redemption.promisedWorkingDays),
  };
}

function play(
  { published, firm, ending, submittedOn, today, persons }: Input,
  calendar: WorkingCalendar,
  random: RandomSource,
) {
  const transitions: DemoTransition[] = [];
  const tasks: DemoTask[] = [];
  let stored: StoredSnapshot | null = null;
  let state: CaseState = "draft";
  let day = submittedOn;
  for (const event of eventsTo(ending, published.redemption, persons)) {
    if (transitions.length > 0)
      day = addWorkingDays(calendar, day, waitBefore(event, published.redemption.publicityWorkingDays, random));
    if (day > today && state === "closed") break;
    if (day > today) return null;
    const decision = decide(published.redemption, stored, event);
    if (!decision.ok) throw new Error(`demo case: ${event.type} refused with ${decision.code}`);
    const at = officeHour(day, random, transitions.at(-1)?.at);
    syncTasks(tasks, openTasks(published.redemption, firm.regionCode, decision.isIn), event, at, calendar);
    transitions.push({ event, from: decision.from, to: decision.to, at });
    stored = decision.stored;
    state = decision.to;
  }
  if (!stored) return null;
  const terms = termsOf(published.redemption, stored, day, calendar);
  if (terms.some(({ kind, endsOn }) => endsByItself.has(kind) && endsOn <= today)) return null;
  return { transitions, tasks, terms, state, snapshot: stored };
}

/** Where a term of this kind has run out, the case is no longer where the demo wants to show it. */
const endsByItself: ReadonlySet<Wait["kind"]> = new Set(["correction", "publicity", "confirmation"]);

function termsOf(
  config: RedemptionConfig,
  stored: StoredSnapshot,
  since: PlainDate,
  calendar: WorkingCalendar,
): DemoTerm[] {
  return openWaits(config, readCase(config, stored).isIn).map((wait) => ({
    ...wait,
    endsOn: wait.working ? addWorkingDays(calendar, since, wait.days) : addDays(since, wait.days),
  }));
}

function waitBefore(event: CaseEvent, publicityDays: number, random: RandomSource): number {
  if (["BUDGET_RESERVED", "PAYMENT_BATCHED", "CREDIT_PASSED", "SELECTED"].includes(event.type)) return 0;
  if (event.type === "CHECK_PASSED") return random.whole(5, 30);
  if (event.type === "PUBLICITY_ENDED") return publicityDays;
  return random.whole(0, 4) + (random.chance(0.08) ? 9 : 0);
}

/** Between nine and five in Shanghai, and after what came before. */
function officeHour(day: PlainDate, random: RandomSource, after: Date | undefined): Date {
  const at = new Date(startOfDay(day).getTime() + (9 * 60 + random.whole(0, 470)) * 60_000);
  return after && at <= after ? new Date(after.getTime() + 60_000) : at;
}

function syncTasks(
  tasks: DemoTask[],
  wanted: readonly CaseTask[],
  event: CaseEvent,
  at: Date,
  calendar: WorkingCalendar,
): void {
  const key = (task: CaseTask) => `${task.stage}@${task.departmentId}`;
  const keys = new Set(wanted.map(key));
  for (const task of tasks.filter((each) => each.closedAt === null && !keys.has(key(each))))
    Object.assign(task, { closedAt: at, outcome: event.type });
  const open = new Set(tasks.filter((each) => each.closedAt === null).map(key));
  for (const task of wanted.filter((each) => !open.has(key(each)))) {
    tasks.push({
      ...task,
      openedAt: at,
      dueOn: addWorkingDays(calendar, shanghaiDay(at), task.workingDays),
      closedAt: null,
      outcome: null,
    });
  }
}

/** A working day between two days. */
export function randomWorkday(
  from: PlainDate,
  days: number,
  calendar: WorkingCalendar,
  random: RandomSource,
): PlainDate {
  let day = addDays(from, random.whole(0, days));
  while (!isWorkday(calendar, day)) day = addDays(day, 1);
  return day;
}

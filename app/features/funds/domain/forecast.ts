import type { Fen } from "~/kernel/money";
import { addDays, addMonths, epochDay, type PlainDate } from "~/kernel/plain-date";

/** Sums under review by the day their decision was promised for. */
export type Pipeline = readonly { fen: Fen; dueOn: PlainDate }[];

export type ForecastInput = {
  today: PlainDate;
  availableFen: Fen;
  /** approved already, waiting for this very budget */
  waitingFen: Fen;
  pipeline: Pipeline;
  /** later parts of decided sums by the day on which they come due: all of it will be taken */
  coming: Pipeline;
  /** decisions of the last year; none: everything is taken as approved */
  approval: { approved: number; decided: number };
  /** what was applied for in the last `days` days */
  arrivals: { fen: Fen; days: number };
  /** days from application to decision */
  lagDays: number;
};

export type Forecast = {
  /** what the applications under review will take, by the share that is approved */
  expectedFen: Fen;
  /** what new applications will take in 30 days */
  monthlyFen: Fen;
  /** first day on which more is expected than there is; null where it lasts two years */
  exhaustedOn: PlainDate | null;
  /** what is left at the end of each month, below zero where it does not suffice */
  months: { month: string; leftFen: Fen }[];
};

const horizonDays = 730;
const monthsShown = 12;

/**
 * When an envelope is used up: what waits is taken today, what is under review on its promised day, what is yet to come at
 * the present pace, both by the share that has been approved so far; a later part of a decided sum on its day.
 */
export function forecast(input: ForecastInput): Forecast {
  const taken = takenBy(input);
  const first = Array.from({ length: horizonDays }, (_, offset) => addDays(input.today, offset)).find(
    (day) => taken(day) > input.availableFen,
  );
  return {
    expectedFen: approvedPart(
      input.pipeline.reduce((sum, { fen }) => sum + fen, 0n),
      input,
    ),
    monthlyFen: approvedPart((input.arrivals.fen * 30n) / BigInt(input.arrivals.days), input),
    exhaustedOn: first ?? null,
    months: monthEnds(input.today).map((day) => ({ month: day.slice(0, 7), leftFen: input.availableFen - taken(day) })),
  };
}

/** What is taken up to a day, that day included. */
function takenBy(input: ForecastInput): (day: PlainDate) => Fen {
  const { today, waitingFen, pipeline, coming, arrivals, lagDays } = input;
  return (day) => {
    const until = (sums: Pipeline) =>
      sums.filter(({ dueOn }) => dueOn <= day || dueOn <= today).reduce((sum, { fen }) => sum + fen, 0n);
    const due = until(pipeline);
    const passed = Math.max(0, epochDay(day) - epochDay(today) - lagDays);
    return (
      waitingFen + until(coming) + approvedPart(due + (arrivals.fen * BigInt(passed)) / BigInt(arrivals.days), input)
    );
  };
}

function approvedPart(fen: Fen, { approval }: ForecastInput): Fen {
  return approval.decided === 0 ? fen : (fen * BigInt(approval.approved)) / BigInt(approval.decided);
}

function monthEnds(today: PlainDate): PlainDate[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: monthsShown }, (_, offset) => addDays(addMonths(first, offset + 1), -1));
}

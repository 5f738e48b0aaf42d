import type { Amount } from "~/features/policies/domain/amount-schema";
import { instalmentsOf, type Instalment } from "~/features/policies/domain/instalment";
import type { Fen } from "~/kernel/money";
import { addMonths, yearOf, type PlainDate } from "~/kernel/plain-date";

type Paid = { amount: Pick<Amount, "instalments"> };

/**
 * A later part of an approved sum: its place in the item, its sum, its day where it has one, and whether it waits for a
 * word of the office.
 */
export type LaterPart = { place: number; fen: Fen; dueOn: PlainDate | null; conditional: boolean };

/** Days before its day at which the office is asked for a part's condition. */
export const askedDays = 30;

/** The parts of an approved sum that follow the first, each rounded down to the fen; decided on a day (Asia/Shanghai). */
export function laterParts({ amount }: Paid, approvedFen: Fen, decidedOn: PlainDate): LaterPart[] {
  return instalmentsOf(amount).flatMap(({ percent, due, condition }, place) =>
    place === 0
      ? []
      : [
          {
            place,
            fen: shareOf(approvedFen, percent),
            dueOn: dayOf(due, decidedOn),
            conditional: condition !== undefined,
          },
        ],
  );
}

/** What of an approved sum is paid with the decision: all that is not left to a later part. */
export function firstPart({ amount }: Paid, approvedFen: Fen): Fen {
  return instalmentsOf(amount)
    .slice(1)
    .reduce((left, { percent }) => left - shareOf(approvedFen, percent), approvedFen);
}

/** The sums of all parts, in their order. */
export function partsOf({ amount }: Paid, approvedFen: Fen): Fen[] {
  const later = instalmentsOf(amount).slice(1);
  return [firstPart({ amount }, approvedFen), ...later.map(({ percent }) => shareOf(approvedFen, percent))];
}

function shareOf(fen: Fen, percent: number): Fen {
  return (fen * BigInt(Math.round(percent * 100))) / 10_000n;
}

function dayOf(due: Instalment["due"], decidedOn: PlainDate): PlainDate | null {
  if (!due) return null;
  return "months" in due ? addMonths(decidedOn, due.months) : `${yearOf(decidedOn) + due.year}-01-01`;
}

type Waiting = { status: string; dueOn: string | null; conditional: boolean; confirmedAt: Date | null };

/** What an open part still waits for on a day: a word of the office, or its day; null where it is due. */
export function awaited({ dueOn, conditional, confirmedAt }: Waiting, today: PlainDate): "condition" | "day" | null {
  if (conditional && confirmedAt === null) return "condition";
  return dueOn !== null && dueOn > today ? "day" : null;
}

/**
 * Until when the office says its word on a condition: until its part is due; where the text names no day, within a year
 * of the decision, which is ours.
 */
export function confirmedBy(dueOn: PlainDate | null, decidedOn: PlainDate): PlainDate {
  return dueOn ?? addMonths(decidedOn, 12);
}

/** That no further part is paid; `why`: for good, null: as long as the office has not decided whether the money is asked back. */
export type Stop = { why: string | null };

/** What a firm reads whose money is asked back. */
export const recoveredWords = "主管部门已决定追回资金，其余各期不再拨付";

/** What the last recovery of a case, if there is one, means for its later parts. */
export function stopOf(recovery: string | null): Stop | null {
  if (recovery === null || recovery === "dropped") return null;
  return { why: recovery === "proposed" ? null : recoveredWords };
}

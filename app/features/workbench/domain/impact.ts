import { fixedFacts, growingFacts } from "~/features/matching/domain/explain/changeability";
import type { Bitmap } from "~/features/matching/domain/register/columns";
import { amountColumn } from "~/features/matching/domain/register/columns-amount";
import { compileColumns, type Selection } from "~/features/matching/domain/register/columns-rule";
import { eachFirm } from "~/features/matching/domain/register/columns-sums";
import { factSlots } from "~/features/matching/domain/evaluate/fact-slots";
import { buildRule } from "~/features/matching/domain/evaluate/rule";
import { placesOf, type Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import { dimensions, type Dimension, type Register } from "./register";

/** Counts of firms and the sum of the eligible ones; `open`: eligible firms whose sum hangs on an unknown fact. */
export type Figures = { eligible: number; unknown: number; nearly: number; fen: Fen; open: number };

export type Cut = Figures & { key: string };
/** What an item would do to a register if it were in force for a year. */
export type Impact = Figures & { firms: number; cuts: Record<Dimension, Cut[]> };

const canChange = (fact: string) => !fixedFacts.has(fact) && !growingFacts.has(fact);

/** Conditions of an item together with the place it is meant for. */
export function placedRule(item: PolicyItem, regions: Catalogue["regions"]): Condition {
  if (item.region === "000000") return item.conditions;
  const codes = [...placesOf(regions, item.region)];
  return {
    all: [{ fact: "region", operator: "in", value: codes.length > 0 ? codes : [item.region] }, item.conditions],
  };
}

/** Which firms of a register are eligible, can't be told yet, or lack one thing they can change. */
export function selectFirms(
  item: PolicyItem,
  register: Register,
  regions: Catalogue["regions"],
  today: PlainDate,
): Selection {
  return compileColumns(buildRule(placedRule(item, regions), factSlots()), register.columns, today, canChange)();
}

/** Firms and yuan of an item over a whole register, in all and by place, industry and size. */
export function impactOf(
  item: PolicyItem,
  register: Register,
  regions: Catalogue["regions"],
  today: PlainDate,
): Impact {
  const selection = selectFirms(item, register, regions, today);
  const tally = tallyOf(register);
  eachFirm(selection.unknown, (row) => tally.add(row, "unknown"));
  eachFirm(selection.nearly, (row) => tally.add(row, "nearly"));
  addSums(item, register, selection.eligible, tally);
  return tally.result();
}

function addSums(item: PolicyItem, register: Register, eligible: Bitmap, tally: ReturnType<typeof tallyOf>): void {
  const amounts = amountColumn(item, register.columns);
  eachFirm(eligible, (row) => {
    tally.add(row, "eligible");
    tally.pay(row, amounts.fenAt(row));
  });
}

type Counter = {
  eligible: Uint32Array;
  unknown: Uint32Array;
  nearly: Uint32Array;
  open: Uint32Array;
  fen: Float64Array;
  carried: bigint[];
};

/** A double counts whole fen exactly up to here; what is above is carried over into a bigint. */
const carryAt = 2 ** 52;

function tallyOf({ columns, cuts }: Register) {
  const splits = dimensions.map((dimension) => ({
    dimension,
    ...cuts[dimension],
    count: counter(cuts[dimension].labels.length),
  }));
  return {
    add(row: number, what: "eligible" | "unknown" | "nearly") {
      for (const { of, count } of splits) count[what][of[row]!]! += 1;
    },
    pay(row: number, fen: number | null) {
      for (const { of, count } of splits) {
        const label = of[row]!;
        if (fen === null) count.open[label]! += 1;
        else addFen(count, label, fen);
      }
    },
    result(): Impact {
      const cut = Object.fromEntries(
        splits.map(({ dimension, labels, count }) => [
          dimension,
          labels.map((key, label) => figuresAt(count, label, key)).filter(isAny),
        ]),
      ) as Record<Dimension, Cut[]>;
      return { firms: columns.size, ...sumOf(cut.region), cuts: cut };
    },
  };
}

function counter(size: number): Counter {
  const counts = () => new Uint32Array(size);
  return {
    eligible: counts(),
    unknown: counts(),
    nearly: counts(),
    open: counts(),
    fen: new Float64Array(size),
    carried: new Array<bigint>(size).fill(0n),
  };
}

function addFen({ fen: sums, carried }: Counter, label: number, fen: number): void {
  const sum = sums[label]! + fen;
  if (sum < carryAt) {
    sums[label] = sum;
    return;
  }
  carried[label] = carried[label]! + BigInt(sums[label]!) + BigInt(fen);
  sums[label] = 0;
}

function figuresAt(count: Counter, label: number, key: string): Cut {
  const { eligible, unknown, nearly, open, fen, carried } = count;
  return {
    key,
    eligible: eligible[label]!,
    unknown: unknown[label]!,
    nearly: nearly[label]!,
    open: open[label]!,
    fen: carried[label]! + BigInt(fen[label]!),
  };
}

function isAny({ eligible, unknown, nearly }: Cut): boolean {
  return eligible + unknown + nearly > 0;
}

function sumOf(cuts: readonly Cut[]): Figures {
  const zero: Figures = { eligible: 0, unknown: 0, nearly: 0, fen: 0n, open: 0 };
  return cuts.reduce(
    (sum, cut) => ({
      eligible: sum.eligible + cut.eligible,
      unknown: sum.unknown + cut.unknown,
      nearly: sum.nearly + cut.nearly,
      fen: sum.fen + cut.fen,
      open: sum.open + cut.open,
    }),
    zero,
  );
}

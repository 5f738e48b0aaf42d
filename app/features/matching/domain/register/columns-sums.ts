import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import type { Fen } from "~/kernel/money";
import { amountOf, factsOfAmount } from "../amount/amount";
import { codeAt, emptyBitmap, setBit, type Bitmap, type Column, type Columns } from "./columns";
import { nothingReceived } from "~/features/claims/domain/received";

/** How many firms a bitmap names. */
export function countOf(bitmap: Bitmap): number {
  let count = 0;
  for (let word = 0; word < bitmap.length; word += 1) count += bitsIn(bitmap[word]!);
  return count;
}

/** How many firms stand in both bitmaps. */
export function countOfBoth(left: Bitmap, right: Bitmap): number {
  let count = 0;
  for (let word = 0; word < left.length; word += 1) count += bitsIn(left[word]! & right[word]!);
  return count;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls `each` with the place of every firm a bitmap names, in order. */
export function eachFirm(bitmap: Bitmap, each: (row: number) => void): void {
  for (let word = 0; word < bitmap.length; word += 1) {
    for (let left = bitmap[word]!; left !== 0; left &= left - 1) each((word << 5) + 31 - Math.clz32(left & -left));
  }
}

/** The sum of an item over firms; `open` counts firms whose sum hangs on an unknown fact and is left out. */
export type Sum = { fen: Fen; open: number };

export type AmountSums = { total(firms: Bitmap): Sum };

/** Adds up what an item brings, by the exact amount rule; what firms with the same figures get is computed once and kept. */
export function amountSums(item: PolicyItem, { columns }: Columns): AmountSums {
  const figures = sameFigures(factsOfAmount(item).flatMap((fact) => columns.get(fact) ?? []));
  const fens: (Fen | null)[] = [];
  return {
    total(firms) {
      const counts: number[] = [];
      eachFirm(firms, (row) => {
        const id = figures.idOf(row);
        counts[id] = (counts[id] ?? 0) + 1;
      });
      const sum = { fen: 0n, open: 0 };
      counts.forEach((count, id) => {
        const fen =
          fens[id] === undefined ? (fens[id] = amountOf(item, figures.factsOf(id), nothingReceived).fen) : fens[id];
        if (fen === null) sum.open += count;
        else sum.fen += fen * BigInt(count);
      });
      return sum;
    },
  };
}

/** Numbers firms so that those with the same values in some columns get the same number. */
function sameFigures(read: readonly Column[]) {
  const seen: number[][] = [];
  const steps = read.map(() => new Map<number, number>());
  const next = (step: Map<number, number>, key: number) => step.get(key) ?? (step.set(key, step.size), step.size - 1);
  return {
    idOf(row: number): number {
      const codes = read.map((column) => codeAt(column, row));
      const id = codes.reduce(
        (before, code, index) => next(steps[index]!, before * ((read[index]?.values.length ?? 0) + 1) + code),
        0,
      );
      seen[id] ??= codes;
      return id;
    },
    factsOf: (id: number): Facts =>
      Object.fromEntries(read.flatMap(({ fact, values }, index) => known(fact, values[(seen[id]?.[index] ?? 0) - 1]))),
  };
}

function known(fact: string, value: FactValue | undefined): [string, FactValue][] {
  return value === undefined ? [] : [[fact, value]];
}

/** The firms of a register by a property of theirs; label null: unknown. */
export type Split = {
  labels: readonly (string | null)[];
  counts(firms: Bitmap): ReadonlyMap<string | null, number>;
  sums(amounts: AmountSums, firms: Bitmap): ReadonlyMap<string | null, Sum>;
};

/** Splits a register by a fact: region, industry (by its section letter, say) or size. */
export function splitBy(columns: Columns, fact: string, labelOf: (value: FactValue) => string): Split {
  const members = membersOf(columns, fact, labelOf);
  const both = emptyBitmap(columns.size);
  return {
    labels: [...members.keys()],
    counts: (firms) => new Map([...members].map(([label, own]) => [label, countOfBoth(firms, own)])),
    sums: (amounts, firms) =>
      new Map(
        [...members].map(([label, own]) => {
          for (let word = 0; word < both.length; word += 1) both[word] = firms[word]! & own[word]!;
          return [label, amounts.total(both)];
        }),
      ),
  };
}

function membersOf(
  { size, columns }: Columns,
  fact: string,
  labelOf: (value: FactValue) => string,
): Map<string | null, Bitmap> {
  const column = columns.get(fact);
  const labels = (column?.values ?? []).map(labelOf);
  const members = new Map<string | null, Bitmap>();
  for (let row = 0; row < size; row += 1) {
    const label = labels[(column ? codeAt(column, row) : 0) - 1] ?? null;
    let own = members.get(label);
    if (!own) members.set(label, (own = emptyBitmap(size)));
    setBit(own, row);
  }
  return members;
}

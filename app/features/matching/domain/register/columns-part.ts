import type { FactValue } from "~/features/policies/domain/fact-definition";
import type { AmountPart } from "~/features/policies/domain/amount-schema";
import type { Column, Columns } from "./columns";
import type { BaseFigure } from "~/features/policies/domain/figure";
import { eachFirm } from "./columns-sums";

/** Which end of what a sum can be, where figures are unknown. Unknown figures are 0 or more, as in `amountOf`. */
export type End = "least" | "most";

/** Works out one part for a row in units of 10^-scale fen; NaN where whole numbers don't suffice, Infinity where nothing bounds it. */
export type Work = (row: number) => number;

export type Cell = {
  /** 0: unknown */ code(row: number): number;
  /** hundredths by code, NaN for what has no two decimals */ hundredths: Float64Array;
  values: readonly FactValue[];
};

export type Making = { scale: number; end: End; columns: Columns };

const limit = Number.MAX_SAFE_INTEGER;
export const whole = (value: number): number => (value <= limit || value === Infinity ? value : Number.NaN);
export const decimals = (value: number): number => (String(value).split(".")[1] ?? "").length;
/** A number times a power of ten, NaN unless that is whole. */
export function scaled(value: number, scale: number): number {
  const product = Math.round(value * 10 ** scale);
  return product / 10 ** scale === value ? whole(product) : Number.NaN;
}

/** @throws RangeError for a composed figure, which has no column */
export function cellOf(fact: BaseFigure, columns: Columns): Cell {
  if (typeof fact !== "string") throw new RangeError("a composed figure has no column");
  const column = columns.columns.get(fact);
  if (!column) return { values: [], hundredths: new Float64Array(1), code: () => 0 };
  const { codes, hundredths } = readyOf(column, columns.size);
  return { values: column.values, hundredths, code: (row) => codes[row]! };
}

type Ready = { codes: Uint32Array; hundredths: Float64Array };
const ready = new WeakMap<Column, Ready>();
/** Codes by row and values in hundredths by code; kept beside the column, which never changes. */
function readyOf(column: Column, size: number): Ready {
  const known = ready.get(column);
  if (known) return known;
  const codes = new Uint32Array(size);
  column.planes.forEach((plane, bit) => eachFirm(plane, (row) => (codes[row]! |= 1 << bit)));
  const hundredths = new Float64Array(column.values.length + 1).fill(Number.NaN);
  column.values.forEach((value, index) => {
    if (typeof value === "number" && value >= 0) hundredths[index + 1] = scaled(value, 2);
  });
  const made = { codes, hundredths };
  ready.set(column, made);
  return made;
}

/** One part with its own cap. Null where a figure of the rule has too many decimals. */
export function partWork(part: AmountPart, making: Making): Work | null {
  const inner = kindWork(part, making);
  if (!inner || part.kind === "fixed" || part.capYuan === null) return inner;
  const cap = scaled(part.capYuan, making.scale + 2);
  return Number.isNaN(cap) ? null : (row) => Math.min(inner(row), cap);
}

function kindWork(part: AmountPart, making: Making): Work | null {
  const { scale, columns } = making;
  switch (part.kind) {
    case "fixed":
      return constant(scaled(part.yuan, scale + 2));
    case "percent":
    case "match":
      return share(part.base, scaled(part.percent, scale - 2), making);
    case "percentIncrement":
      return grown(
        cellOf(part.base, columns),
        cellOf(part.previous, columns),
        scaled(part.percent, scale - 2),
        making.end,
      );
    case "tiered":
      return tiered(part, making);
    case "perUnit":
      return share(part.unit, scaled(part.yuanPerUnit, scale), making);
    case "perStep":
      return stepped(part, making);
    case "bracketPercent":
      return bracketed(part, making);
  }
}

function constant(value: number): Work | null {
  return Number.isNaN(value) ? null : () => value;
}

/** A table by code; the first entry stands for an unknown figure. */
function byTable(cell: Cell, unknown: number, each: (hundredths: number) => number): Work {
  const byCode = new Float64Array(cell.hundredths.length);
  for (let code = 1; code < byCode.length; code += 1) byCode[code] = whole(each(cell.hundredths[code]!));
  byCode[0] = unknown;
  return (row) => byCode[cell.code(row)]!;
}

function share(fact: BaseFigure, rate: number, { end, columns }: Making): Work | null {
  if (Number.isNaN(rate)) return null;
  return byTable(cellOf(fact, columns), end === "least" || rate === 0 ? 0 : Infinity, (value) => value * rate);
}

function grown(base: Cell, previous: Cell, rate: number, end: End): Work | null {
  if (Number.isNaN(rate)) return null;
  return (row) => {
    const [now, before] = [base.code(row), previous.code(row)];
    if (now > 0 && before > 0) return whole(Math.max(0, base.hundredths[now]! - previous.hundredths[before]!) * rate);
    if (end === "least") return 0;
    return now > 0 ? whole(base.hundredths[now]! * rate) : Infinity;
  };
}

function tiered({ on, tiers }: Extract<AmountPart, { kind: "tiered" }>, { scale, end, columns }: Making): Work | null {
  const steps = tiers.map(({ from, yuan }) => ({ from, sum: scaled(yuan, scale + 2) })).sort((a, b) => b.from - a.from);
  if (steps.some(({ sum }) => Number.isNaN(sum))) return null;
  const cell = cellOf(on, columns);
  const sumOf = (value: FactValue) =>
    typeof value === "number" ? (steps.find(({ from }) => value >= from)?.sum ?? 0) : Number.NaN;
  const byCode = Float64Array.from([
    end === "least" ? 0 : Math.max(...steps.map(({ sum }) => sum)),
    ...cell.values.map(sumOf),
  ]);
  return (row) => byCode[cell.code(row)]!;
}

function stepped(part: Extract<AmountPart, { kind: "perStep" }>, { scale, end, columns }: Making): Work | null {
  const on = cellOf(part.on, columns);
  const previous = part.previous === null ? null : cellOf(part.previous, columns);
  const [over, step, each, base] = [
    scaled(part.over, 2),
    scaled(part.step, 2),
    scaled(part.yuanPerStep, scale + 2),
    scaled(part.baseYuan, scale + 2),
  ];
  if (Number.isNaN(over + step + each + base)) return null;
  const stepsUp = (now: number, before: number) =>
    whole(base + whole(Math.floor(Math.max(0, now - before - over) / step) * each));
  return (row) => {
    const [now, before] = [on.code(row), previous ? previous.code(row) : null];
    if (now > 0 && before !== 0)
      return stepsUp(on.hundredths[now]!, previous && before ? previous.hundredths[before]! : 0);
    if (end === "least") return base;
    return now > 0 ? stepsUp(on.hundredths[now]!, 0) : Infinity;
  };
}

function bracketed(
  { base, brackets }: Extract<AmountPart, { kind: "bracketPercent" }>,
  { scale, end, columns }: Making,
): Work | null {
  const starts = brackets.map(({ from, percent }) => ({ from: scaled(from, 2), rate: scaled(percent, scale - 2) }));
  if (starts.some(({ from, rate }) => Number.isNaN(from + rate))) return null;
  const slices = starts.map((slice, index) => ({ ...slice, to: starts[index + 1]?.from ?? Infinity }));
  return byTable(cellOf(base, columns), end === "least" ? 0 : Infinity, (value) =>
    slices.reduce((sum, { from, to, rate }) => whole(sum + whole(Math.max(0, Math.min(value, to) - from) * rate)), 0),
  );
}

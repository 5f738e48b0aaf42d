import type { BaseFigure } from "~/features/policies/domain/figure";
import type { AmountPart, Facts, FactValue, PolicyItem } from "~/features/policies/domain/policy-item";
import { amountFigures } from "~/features/policies/domain/walk-conditions";
import { amountOf, factsOfAmount } from "./amount";
import { codeAt, type Column, type Columns } from "./columns";
import { eachFirm } from "./columns-sums";
import { nothingReceived } from "./received";

/** What an item brings to the firm of a row in whole fen; null while the sum hangs on an unknown fact. */
export type AmountColumn = { fenAt(row: number): number | null };

/** Which end of what a sum can be, where figures are unknown. Unknown figures are 0 or more, as in `amountOf`. */
type End = "least" | "most";
/** Works out one part for a row in units of 10^-scale fen; NaN where whole numbers don't suffice, Infinity where nothing bounds it. */
type Work = (row: number) => number;
type Cell = {
  /** 0: unknown */ code(row: number): number;
  /** hundredths by code, NaN for what has no two decimals */ hundredths: Float64Array;
  values: readonly FactValue[];
};
type Making = { scale: number; end: End; columns: Columns };

/**
 * The amount rule over a register, in whole numbers that a double holds exactly (below 2^53). Rows where that does not
 * suffice are left to `amountOf`, once for the same figures; so the sums are the same.
 */
export function amountColumn(item: PolicyItem, columns: Columns): AmountColumn {
  const exact = exactColumn(item, columns);
  const least = quickWork(item, columns, "least");
  const most = quickWork(item, columns, "most");
  if (!least || !most) return exact;
  const isKnown = knownIn(factsOfAmount(item), columns);
  return {
    fenAt(row) {
      const fen = least(row);
      if (isKnown(row) && !Number.isNaN(fen)) return fen;
      const upper = most(row);
      if (Number.isNaN(fen + upper)) return exact.fenAt(row);
      return fen === upper ? fen : null;
    },
  };
}

function knownIn(facts: readonly string[], { columns, size }: Columns): (row: number) => boolean {
  const known = new Uint32Array(Math.ceil(size / 32)).fill(0xffffffff);
  for (const fact of facts) {
    const own = columns.get(fact)?.known;
    for (let word = 0; word < known.length; word += 1) known[word]! &= own ? own[word]! : 0;
  }
  return (row) => ((known[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

function exactColumn(item: PolicyItem, { columns }: Columns): AmountColumn {
  const read = factsOfAmount(item).flatMap((fact) => columns.get(fact) ?? []);
  const kept = new Map<string, number | null>();
  return {
    fenAt(row) {
      const codes = read.map((column) => codeAt(column, row));
      const key = codes.join(" ");
      const known = kept.get(key);
      if (known !== undefined) return known;
      const { fen } = amountOf(item, factsOf(read, codes), nothingReceived);
      // A sum beyond what can be added up is that firm's alone and counts as not known.
      const value = fen === null || !Number.isSafeInteger(Number(fen)) ? null : Number(fen);
      kept.set(key, value);
      return value;
    },
  };
}

function factsOf(read: readonly Column[], codes: readonly number[]): Facts {
  return Object.fromEntries(
    read.flatMap(({ fact, values }, index) => {
      const value = values[(codes[index] ?? 0) - 1];
      return value === undefined ? [] : [[fact, value] as const];
    }),
  );
}

const limit = Number.MAX_SAFE_INTEGER;
const whole = (value: number): number => (value <= limit || value === Infinity ? value : Number.NaN);
const decimals = (value: number): number => (String(value).split(".")[1] ?? "").length;
/** A number times a power of ten, NaN unless that is whole. */
function scaled(value: number, scale: number): number {
  const product = Math.round(value * 10 ** scale);
  return product / 10 ** scale === value ? whole(product) : Number.NaN;
}

function quickWork(item: PolicyItem, columns: Columns, end: End): Work | null {
  const { amount, multiplier } = item;
  if (amount.kind === "service") return () => 0;
  if (amount.kind === "each" || !isPlain(amount)) return null;
  const parts: readonly AmountPart[] = "parts" in amount ? amount.parts : [amount];
  const scale = 2 + Math.max(0, ...parts.flatMap(percentsOf).map(decimals));
  const works = parts.map((part) => partWork(part, { scale, end, columns }));
  if (works.includes(null)) return null;
  const capYuan = amount.kind === "fixed" ? null : amount.capYuan;
  const cap = capYuan === null ? Infinity : scaled(capYuan, scale + 2);
  const joined = joinedWork(works as Work[], amount.kind === "lesserOf", cap);
  const factors = multiplier ? [...multiplier.values.map(({ factor }) => factor), multiplier.otherwise] : [1];
  const more = Math.max(...factors.map(decimals));
  const factor = multiplier ? factorWork(multiplier, factors, { scale: more, end, columns }) : () => 1;
  const unit = 10 ** (scale + more);
  return (row) => Math.floor((whole(joined(row) * factor(row)) + unit / 2) / unit);
}

/** Whether facts alone and caps of the text make the sum: composed figures and caps by figures are left to `amountOf`. */
function isPlain(amount: PolicyItem["amount"]): boolean {
  if (amount.capLast || amount.kind === "each") return false;
  return amountFigures(amount).every(({ at, node }) => typeof node === "string" && !/\.(capBy|counted)$/.test(at));
}

function joinedWork(works: readonly Work[], least: boolean, cap: number): Work {
  const [only] = works;
  if (only && works.length === 1) return (row) => Math.min(only(row), cap);
  return (row) => {
    let result = least ? Infinity : 0;
    for (const work of works) result = least ? Math.min(result, work(row)) : result + work(row);
    return Math.min(whole(result), cap);
  };
}

function percentsOf(part: AmountPart): number[] {
  if (part.kind === "bracketPercent") return part.brackets.map(({ percent }) => percent);
  return "percent" in part ? [part.percent] : [];
}

function factorWork(
  multiplier: NonNullable<PolicyItem["multiplier"]>,
  factors: readonly number[],
  { scale, end, columns }: Making,
): Work {
  const cell = cellOf(multiplier.fact, columns);
  const factorOf = (value: FactValue) =>
    multiplier.values.find((entry) => entry.value === value)?.factor ?? multiplier.otherwise;
  const unknown = end === "least" ? Math.min(...factors) : Math.max(...factors);
  const byCode = Float64Array.from([unknown, ...cell.values.map(factorOf)], (factor) => scaled(factor, scale));
  return (row) => byCode[cell.code(row)]!;
}

/** @throws RangeError for a composed figure, which has no column */
function cellOf(fact: BaseFigure, columns: Columns): Cell {
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
function partWork(part: AmountPart, making: Making): Work | null {
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

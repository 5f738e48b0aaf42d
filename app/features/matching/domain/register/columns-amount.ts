import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import type { AmountPart } from "~/features/policies/domain/amount-schema";
import { amountFigures } from "~/features/policies/domain/walk-conditions";
import { amountOf, factsOfAmount } from "../amount/amount";
import { codeAt, type Column, type Columns } from "./columns";
import { nothingReceived } from "~/features/claims/domain/received";
import { cellOf, decimals, partWork, scaled, whole, type End, type Making, type Work } from "./columns-part";

/** What an item brings to the firm of a row in whole fen; null while the sum hangs on an unknown fact. */
export type AmountColumn = { fenAt(row: number): number | null };

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

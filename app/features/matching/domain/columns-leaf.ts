import type { Leaf } from "~/features/policies/domain/policy-item";
import type { PlainDate } from "~/kernel/plain-date";
import type { Bitmap, Column } from "./columns";
import { operatorTests } from "./operators";

/** Writes for the words `from` up to `to` which firms a comparison holds of, to the start of `into`. */
export type LeafKernel = (from: number, to: number, into: Bitmap) => void;

/** Above so many values an order on numbers is found by halving instead of by asking every value. */
const manyValues = 1024;

/** Makes one comparison executable over a column. Each distinct value is asked once, by the operator itself. */
export function compileColumnLeaf(leaf: Leaf, column: Column, today: PlainDate): LeafKernel {
  const test = operatorTests[leaf.operator];
  const holds = (code: number) => test(column.values[code - 1], leaf.value, today);
  if (column.codes && column.ascending && column.values.length > manyValues && typeof leaf.value === "number") {
    const range = rangeOf(leaf.operator, column.values.length, holds);
    if (range) return rangeKernel(column.codes, range.least, range.most);
  }
  const table = new Uint8Array(column.values.length + 1);
  for (let code = 1; code < table.length; code += 1) table[code] = holds(code) ? 1 : 0;
  return column.codes ? tableKernel(column.codes, table) : unionKernel(column, table);
}

/** The codes an order holds of: on ascending values they are one stretch that touches an end. */
function rangeOf(operator: Leaf["operator"], count: number, holds: (code: number) => boolean): { least: number; most: number } | null {
  if (operator === "lessThan" || operator === "lessThanInclusive") return { least: 1, most: firstCode(count, (code) => !holds(code)) - 1 };
  if (operator === "greaterThan" || operator === "greaterThanInclusive") return { least: firstCode(count, holds), most: count };
  return null;
}

/** The first code from which on a test holds; count + 1 where it never does. */
function firstCode(count: number, holds: (code: number) => boolean): number {
  let low = 1;
  let high = count + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function unionKernel({ bits, known }: Column, table: Uint8Array): LeafKernel {
  const members = (bits ?? []).filter((_bitmap, index) => table[index + 1] === 1);
  const others = (bits ?? []).filter((_bitmap, index) => table[index + 1] === 0);
  const turned = members.length > others.length;
  const parts = turned ? others : members;
  return (from, to, into) => {
    const words = to - from;
    into.fill(0, 0, words);
    for (const part of parts) for (let word = 0; word < words; word += 1) into[word]! |= part[from + word]!;
    if (turned) for (let word = 0; word < words; word += 1) into[word] = known[from + word]! & ~into[word]!;
  };
}

function tableKernel(codes: NonNullable<Column["codes"]>, table: Uint8Array): LeafKernel {
  return (from, to, into) => {
    for (let word = from; word < to; word += 1) {
      const start = word << 5;
      const end = Math.min(start + 32, codes.length);
      let bits = 0;
      for (let row = start; row < end; row += 1) bits |= table[codes[row]!]! << row;
      into[word - from] = bits;
    }
  };
}

function rangeKernel(codes: NonNullable<Column["codes"]>, least: number, most: number): LeafKernel {
  return (from, to, into) => {
    for (let word = from; word < to; word += 1) {
      const start = word << 5;
      const end = Math.min(start + 32, codes.length);
      let bits = 0;
      // the sign bit of (code - least) | (most - code) tells that a code lies outside
      for (let row = start; row < end; row += 1) bits |= (((codes[row]! - least) | (most - codes[row]!)) >>> 31 ^ 1) << row;
      into[word - from] = bits;
    }
  };
}

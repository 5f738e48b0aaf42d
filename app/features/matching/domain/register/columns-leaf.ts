import type { Leaf } from "~/features/policies/domain/condition-schema";
import { leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";
import type { Bitmap, Column } from "./columns";
import { operatorTests } from "~/features/policies/domain/operators";

/** Writes for the words `from` up to `to` which firms a comparison holds of, to the start of `into`. */
export type LeafKernel = (from: number, to: number, into: Bitmap) => void;

/** Firms are looked at in blocks of 8,192: what was found of them stays in the cache. */
export const blockWords = 256;

/** A stretch of codes, both ends included. */
type Stretch = { least: number; most: number };

/** Above so many values a bound on numbers is found by halving instead of by asking every value. */
const manyValues = 1024;

/** The blocks of a stretch of words. */
export function blocksOf(first: number, end: number): readonly (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil((end - first) / blockWords) }, (_, index) => {
    const from = first + index * blockWords;
    return [from, Math.min(from + blockWords, end)] as const;
  });
}

/** Makes one comparison executable over a column. Which values it holds of is asked of the operator itself, once. */
export function compileColumnLeaf(asked: Leaf, column: Column, today: PlainDate): LeafKernel {
  const leaf = leafOn(asked, today);
  const test = operatorTests[leaf.operator];
  const holds = (code: number) => test(column.values[code - 1], leaf.value, today);
  const bound = boundOnNumbers(leaf, column, holds);
  return bound ? stretchKernel(bound, column) : codesKernel(column, holds);
}

/** Finds the firms with a code of which a test holds. */
export function codesKernel(column: Column, holds: (code: number) => boolean): LeafKernel {
  const [first, ...others] = stretchesOf(column.values.length, holds).map((stretch) => stretchKernel(stretch, column));
  if (!first) return (_from, _to, into) => void into.fill(0);
  if (others.length === 0) return first;
  const part = new Uint32Array(blockWords);
  return (from, to, into) => {
    first(from, to, into);
    for (const kernel of others) {
      kernel(from, to, part);
      for (let word = 0; word < to - from; word += 1) into[word]! |= part[word]!;
    }
  };
}

function stretchesOf(count: number, holds: (code: number) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let code = 1; code <= count; code += 1) {
    if (!holds(code)) continue;
    const last = found.at(-1);
    if (last?.most === code - 1) last.most = code;
    else found.push({ least: code, most: code });
  }
  return found;
}

/** An order on many numbers holds of one stretch that touches an end. */
function boundOnNumbers(
  { operator, value }: LiteralLeaf,
  { values }: Column,
  holds: (code: number) => boolean,
): Stretch | null {
  if (values.length <= manyValues || typeof value !== "number" || typeof values.at(-1) !== "number") return null;
  if (operator === "lessThan" || operator === "lessThanInclusive")
    return { least: 1, most: firstCode(values.length, (code) => !holds(code)) - 1 };
  if (operator === "greaterThan" || operator === "greaterThanInclusive")
    return { least: firstCode(values.length, holds), most: values.length };
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

function stretchKernel({ least, most }: Stretch, column: Column): LeafKernel {
  const from = atLeast(least, column);
  if (most >= column.values.length) return from;
  const above = atLeast(most + 1, column);
  const beyond = new Uint32Array(blockWords);
  return (first, end, into) => {
    from(first, end, into);
    above(first, end, beyond);
    for (let word = 0; word < end - first; word += 1) into[word]! &= ~beyond[word]!;
  };
}

/**
 * Firms whose code is at least `bound`: from the lowest set bit of the bound upwards, a set bit asks for the plane as well,
 * a bit not set is content with it.
 */
function atLeast(bound: number, { values, planes, known }: Column): LeafKernel {
  if (bound > values.length) return (_from, _to, into) => void into.fill(0);
  if (bound === 1) return (from, to, into) => into.set(known.subarray(from, to));
  const lowest = 31 - Math.clz32(bound & -bound);
  const [start, ...above] = planes.slice(lowest);
  if (!start) throw new RangeError(`no plane for the code ${bound}`);
  const joins = above.map((plane, index) => ({
    plane,
    join: (bound >>> (lowest + 1 + index)) & 1 ? andPlane : orPlane,
  }));
  return (from, to, into) => {
    for (let word = 0; word < to - from; word += 1) into[word] = start[from + word]!;
    for (const { plane, join } of joins) join(into, plane, from, to - from);
  };
}

function andPlane(into: Bitmap, plane: Bitmap, from: number, words: number): void {
  for (let word = 0; word < words; word += 1) into[word]! &= plane[from + word]!;
}

function orPlane(into: Bitmap, plane: Bitmap, from: number, words: number): void {
  for (let word = 0; word < words; word += 1) into[word]! |= plane[from + word]!;
}

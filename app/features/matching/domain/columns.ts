import type { Facts, FactValue } from "~/features/policies/domain/policy-item";

/** One bit a firm, 32 firms a word, the first firm in the lowest bit. */
export type Bitmap = Uint32Array;

/** One fact of all firms. A firm's code is the place of its value in `values` plus 1; 0 is unknown. */
export type Column = {
  fact: string;
  /** Distinct values; ascending where all are numbers. */
  values: readonly FactValue[];
  /** All values are numbers, so codes are in the numbers' order. */
  ascending: boolean;
  known: Bitmap;
  /** Facts of few values: a bitmap for each value. */
  bits: readonly Bitmap[] | null;
  /** Other facts: the code of every firm. */
  codes: Uint8Array | Uint16Array | Uint32Array | null;
};

/**
 * A register of firms held by fact instead of by firm. Plain data over shared memory: it can be posted to worker threads
 * without a copy of the firms. Made by `loadColumns`, asked through `compileColumns` (columns-rule.ts), added up by
 * `countOf`, `splitBy` and `amountSums` (columns-sums.ts):
 * ```
 * const columns = loadColumns(profiles);                          // once, about a second for 100,000 firms
 * const place = splitBy(columns, "region", (value) => String(value));  // once a split
 * const sums = amountSums(item, columns);                         // once an amount rule
 * const run = compileColumns(buildRule(item.conditions, factSlots()), columns, today, (fact) => !fixedFacts.has(fact));
 * const { eligible, unknown, nearly } = run();                    // at each movement of a threshold: below 5 ms
 * countOf(eligible); place.counts(eligible); sums.total(eligible); place.sums(sums, eligible);
 * ```
 */
export type Columns = { /** firms */ size: number; columns: ReadonlyMap<string, Column> };

/** Up to so many values a fact is held as bitmaps, above as codes. */
const fewValues = 16;

type Building = { values: FactValue[]; codeOf: Map<unknown, number>; codes: Uint8Array | Uint16Array | Uint32Array };

/** Holds profiles by fact. An absent or null fact is unknown; values of a wrong type are kept as they are. */
export function loadColumns(profiles: Iterable<Facts>): Columns {
  const building = new Map<string, Building>();
  let size = 0;
  for (const facts of profiles) {
    for (const fact in facts) if (Object.hasOwn(facts, fact)) put(building, fact, size, facts[fact]);
    size += 1;
  }
  return { size, columns: new Map([...building].map(([fact, entry]) => [fact, finished(fact, entry, size)])) };
}

function put(building: Map<string, Building>, fact: string, row: number, value: FactValue | null | undefined): void {
  if (value === undefined || value === null) return;
  let entry = building.get(fact);
  if (!entry) building.set(fact, (entry = { values: [], codeOf: new Map(), codes: new Uint8Array(1024) }));
  const key = typeof value === "object" ? `\u0000${JSON.stringify(value)}` : value;
  let code = entry.codeOf.get(key);
  if (code === undefined) {
    code = entry.values.push(value);
    entry.codeOf.set(key, code);
  }
  entry.codes = withRoom(entry.codes, row, code);
  entry.codes[row] = code;
}

function withRoom(codes: Building["codes"], row: number, code: number): Building["codes"] {
  const width = code < 0x100 ? 1 : code < 0x10000 ? 2 : 4;
  if (row < codes.length && width <= codes.BYTES_PER_ELEMENT) return codes;
  const room = row < codes.length ? codes.length : Math.max(row + 1, codes.length * 2);
  const wider = codesOf(Math.max(width, codes.BYTES_PER_ELEMENT), (bytes) => new ArrayBuffer(bytes), room);
  wider.set(codes);
  return wider;
}

function codesOf(width: number, memory: (bytes: number) => ArrayBufferLike, length: number): Building["codes"] {
  return width === 1 ? new Uint8Array(memory(length)) : width === 2 ? new Uint16Array(memory(length * 2)) : new Uint32Array(memory(length * 4));
}

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

/** A bitmap of no firm, for so many firms. */
export function emptyBitmap(size: number): Bitmap {
  return new Uint32Array(shared(Math.ceil(size / 32) * 4));
}

function finished(fact: string, { values: seen, codes: raw }: Building, size: number): Column {
  const ascending = seen.every((value) => typeof value === "number" && !Number.isNaN(value));
  const order = seen.map((_value, index) => index);
  if (ascending) order.sort((left, right) => (seen[left] as number) - (seen[right] as number));
  const newCode = new Uint32Array(seen.length + 1);
  order.forEach((place, index) => (newCode[place + 1] = index + 1));
  const values = order.map((place) => seen[place] as FactValue);
  const known = emptyBitmap(size);
  const bits = values.length <= fewValues ? values.map(() => emptyBitmap(size)) : null;
  const codes = bits ? null : codesOf(raw.BYTES_PER_ELEMENT, shared, size);
  const rows = Math.min(size, raw.length);
  for (let row = 0; row < rows; row += 1) {
    const code = newCode[raw[row] ?? 0] ?? 0;
    if (code === 0) continue;
    setBit(known, row);
    const own = bits?.[code - 1];
    if (own) setBit(own, row);
    if (codes) codes[row] = code;
  }
  return { fact, values, ascending, known, bits, codes };
}

function setBit(bitmap: Bitmap, row: number): void {
  const word = row >>> 5;
  bitmap[word] = (bitmap[word] ?? 0) | (1 << (row & 31));
}

/** The code of one firm's value, 0 where it is unknown. */
export function codeAt({ bits, codes }: Column, row: number): number {
  if (codes) return codes[row] ?? 0;
  const word = row >>> 5;
  const mask = 1 << (row & 31);
  return (bits?.findIndex((bitmap) => ((bitmap[word] ?? 0) & mask) !== 0) ?? -1) + 1;
}

/** Memory of the firms' values in bytes, dictionaries left out. */
export function bytesOf({ columns }: Columns): number {
  const own = ({ known, bits, codes }: Column) => known.byteLength + (codes?.byteLength ?? 0) + (bits ?? []).reduce((sum, bitmap) => sum + bitmap.byteLength, 0);
  return [...columns.values()].reduce((sum, column) => sum + own(column), 0);
}

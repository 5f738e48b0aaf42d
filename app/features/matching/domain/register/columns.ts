import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";

/** One bit a firm, 32 firms a word, the first firm in the lowest bit. */
export type Bitmap = Uint32Array;

/**
 * One fact of all firms. A firm's code is the place of its value in `values` plus 1; 0 is unknown. Codes are held cut into
 * bits: `planes[n]` has bit n of every firm's code. As values are in order, every comparison holds of a few stretches of
 * codes, and a bound on codes costs one operation a plane for 32 firms at once.
 */
export type Column = {
  fact: string;
  /** Distinct values: numbers ascending, then other scalars, texts by code unit, lists last. */
  values: readonly FactValue[];
  known: Bitmap;
  planes: readonly Bitmap[];
};

/**
 * A register of firms held by fact instead of by firm. Plain data over shared memory: it can be posted to worker threads
 * without a copy of the firms. Made by `loadColumns`, asked through `compileColumns` (columns-rule.ts), added up by
 * `countOf`, `splitBy` and `amountSums` (columns-sums.ts):
 * ```
 * const columns = loadColumns(profiles);                               // once: some seconds for 100,000 firms
 * const place = splitBy(columns, "region", (value) => String(value));  // once a split
 * const sums = amountSums(item, columns);                              // once an amount rule
 * const run = compileColumns(buildRule(item.conditions, factSlots()), columns, today, (fact) => !fixedFacts.has(fact));
 * const { eligible, unknown, nearly } = run();                         // at each movement of a threshold: below 5 ms
 * countOf(eligible); place.counts(eligible); sums.total(eligible); place.sums(sums, eligible);
 * ```
 */
export type Columns = { /** firms */ size: number; columns: ReadonlyMap<string, Column> };

type Codes = Uint8Array | Uint16Array | Uint32Array;
type Building = { values: FactValue[]; codeOf: Map<unknown, number>; codes: Codes };

/** Holds profiles by fact. An absent or null fact is unknown; values of a wrong type are kept as they are. */
export function loadColumns(profiles: Iterable<Facts>): Columns {
  const loading = columnLoading();
  for (const facts of profiles) loading.add(facts);
  const finishing = loading.finish();
  for (;;) {
    const step = finishing.next();
    if (step.done) return step.value;
  }
}

/** `loadColumns` in steps, for a thread that has to answer meanwhile: `finish` pauses after each fact. */
export function columnLoading(): { add(facts: Facts): void; finish(): Generator<void, Columns> } {
  const building = new Map<string, Building>();
  let size = 0;
  return {
    add(facts) {
      for (const fact in facts) if (Object.hasOwn(facts, fact)) put(building, fact, size, facts[fact]);
      size += 1;
    },
    *finish() {
      const columns = new Map<string, Column>();
      for (const [fact, entry] of building) {
        columns.set(fact, finished(fact, entry, size));
        yield;
      }
      return { size, columns };
    },
  };
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

function withRoom(codes: Codes, row: number, code: number): Codes {
  const width = Math.max(codes.BYTES_PER_ELEMENT, code < 0x100 ? 1 : code < 0x10000 ? 2 : 4);
  if (row < codes.length && width === codes.BYTES_PER_ELEMENT) return codes;
  const room = row < codes.length ? codes.length : Math.max(row + 1, codes.length * 2);
  const wider = width === 1 ? new Uint8Array(room) : width === 2 ? new Uint16Array(room) : new Uint32Array(room);
  wider.set(codes);
  return wider;
}

function finished(fact: string, { values: seen, codes }: Building, size: number): Column {
  const order = seen.map((_value, index) => index).sort((left, right) => inOrder(seen[left]!, seen[right]!));
  const newCode = new Uint32Array(seen.length + 1);
  order.forEach((place, index) => (newCode[place + 1] = index + 1));
  const known = emptyBitmap(size);
  const planes = Array.from({ length: 32 - Math.clz32(seen.length) }, () => emptyBitmap(size));
  const rows = Math.min(size, codes.length);
  for (let row = 0; row < rows; row += 1) {
    const code = newCode[codes[row]!]!;
    if (code === 0) continue;
    setBit(known, row);
    planes.forEach((plane, bit) => (code >>> bit) & 1 && setBit(plane, row));
  }
  return { fact, values: order.map((place) => seen[place]!), known, planes };
}

const ranks = ["number", "boolean", "string", "object"];

function inOrder(left: FactValue, right: FactValue): number {
  if (typeof left !== typeof right) return ranks.indexOf(typeof left) - ranks.indexOf(typeof right);
  return left < right ? -1 : Number(left > right);
}

/** A bitmap of no firm, for so many firms, that threads can share. */
export function emptyBitmap(size: number): Bitmap {
  return new Uint32Array(new SharedArrayBuffer(Math.ceil(size / 32) * 4));
}

/** Adds a firm to a bitmap. */
export function setBit(bitmap: Bitmap, row: number): void {
  bitmap[row >>> 5]! |= 1 << (row & 31);
}

/** The code of one firm's value, 0 where it is unknown. */
export function codeAt({ planes }: Column, row: number): number {
  let code = 0;
  for (let bit = 0; bit < planes.length; bit += 1) code |= ((planes[bit]![row >>> 5]! >>> (row & 31)) & 1) << bit;
  return code;
}

/** Memory of the firms' values in bytes, dictionaries left out. */
export function bytesOf({ columns }: Columns): number {
  return [...columns.values()].reduce((sum, { known, planes }) => sum + known.byteLength * (planes.length + 1), 0);
}

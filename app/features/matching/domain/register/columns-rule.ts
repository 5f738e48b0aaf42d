import type { PlainDate } from "~/kernel/plain-date";
import { emptyBitmap, type Bitmap, type Columns } from "./columns";
import { blocksOf, blockWords, compileColumnLeaf, type LeafKernel } from "./columns-leaf";
import { leavesOf, type RuleGroup, type RuleLeaf, type RuleNode } from "../evaluate/rule";

/** What a rule says of every firm. */
export type Selection = {
  eligible: Bitmap;
  unknown: Bitmap;
  /** Ineligible for a single reason: changing one condition that a firm can change would do, all others are met. */
  nearly: Bitmap;
};

/** Answers for the words `from` up to `to` of all firms; `nearly` null: not asked for. */
export type BlockRun = (
  from: number,
  to: number,
  into: { eligible: Bitmap; unknown: Bitmap; nearly: Bitmap | null },
) => void;

/** A comparison over the columns: in the present block, the firms it holds of. Rules share it; each block it is made once. */
type Found = { kernel: LeafKernel; known: Bitmap; holds: Bitmap; madeFor: number };
/** Bits of one block: rule true, rule false, and true after at most one change of what firms can change. */
type Joined = { yes: Bitmap; no: Bitmap; near: Bitmap | null };
/** Joins a child into what its group has so far. False when the rest of the group can change nothing any more. */
type Join = (into: Joined, from: number, to: number) => boolean;
type Context = { found: ReadonlyMap<string, Found>; canChange: ((fact: string) => boolean) | null };

/**
 * Makes a rule executable over a register held by fact.
 * @param canChange facts a firm can change; without it nobody is nearly eligible (and nothing is spent on finding out)
 * @returns a function that runs over all firms; its bitmaps are fresh at each call
 */
export function compileColumns(
  rule: RuleNode,
  columns: Columns,
  today: PlainDate,
  canChange?: (fact: string) => boolean,
): () => Selection {
  const runs = compileColumnRules([rule], columns, today, canChange);
  return () => {
    const selection = {
      eligible: emptyBitmap(columns.size),
      unknown: emptyBitmap(columns.size),
      nearly: emptyBitmap(columns.size),
    };
    for (const [from, to] of blocksOf(0, selection.eligible.length)) for (const run of runs) run(from, to, selection);
    return selection;
  };
}

/**
 * Makes many rules executable together: comparisons they share are made once a block, if each block (see `blocksOf`) is
 * handed to all rules before the next.
 */
export function compileColumnRules(
  rules: readonly RuleNode[],
  columns: Columns,
  today: PlainDate,
  canChange?: (fact: string) => boolean,
): readonly BlockRun[] {
  const found = new Map<string, Found>();
  for (const entry of rules.flatMap(leavesOf)) {
    const key = JSON.stringify(entry.leaf);
    if (!found.has(key)) found.set(key, foundFor(entry, columns, today));
  }
  return rules.map((rule) => blockRun(rule, { found, canChange: canChange ?? null }, columns.size));
}

function foundFor({ leaf }: RuleLeaf, columns: Columns, today: PlainDate): Found {
  const column = columns.columns.get(leaf.fact);
  const holds = new Uint32Array(blockWords);
  if (!column) return { kernel: () => undefined, known: emptyBitmap(columns.size), holds, madeFor: -1 };
  return { kernel: compileColumnLeaf(leaf, column, today), known: column.known, holds, madeFor: -1 };
}

function blockRun(rule: RuleNode, context: Context, size: number): BlockRun {
  const root =
    rule.kind === "leaf" ? groupOf({ kind: "all", children: [rule], path: "" }, context) : groupOf(rule, context);
  const lastWord = size >>> 5;
  const lastMask = (1 << (size & 31)) - 1;
  return (from, to, { eligible, unknown, nearly }) => {
    const { yes, no, near } = root(from, to);
    for (let word = from; word < to; word += 1) {
      const held = yes[word - from]!;
      eligible[word] = held;
      unknown[word] = ~(held | no[word - from]!);
    }
    if (nearly && near)
      for (let word = from; word < to; word += 1) nearly[word] = near[word - from]! & no[word - from]!;
    if (to <= lastWord) return;
    for (const bitmap of [eligible, unknown, nearly]) if (bitmap) bitmap[lastWord]! &= lastMask;
  };
}

function groupOf({ kind, children }: RuleGroup, context: Context): (from: number, to: number) => Joined {
  const isAll = kind === "all";
  const joins = children.map((child) =>
    child.kind === "leaf" ? leafJoin(child, isAll, context) : groupJoin(child, isAll, context),
  );
  const joined: Joined = {
    yes: new Uint32Array(blockWords),
    no: new Uint32Array(blockWords),
    near: context.canChange ? new Uint32Array(blockWords) : null,
  };
  return (from, to) => {
    joined.yes.fill(isAll ? 0xffffffff : 0);
    joined.no.fill(isAll ? 0 : 0xffffffff);
    joined.near?.fill(isAll ? 0xffffffff : 0);
    for (const join of joins) if (!join(joined, from, to) && !joined.near) break;
    return joined;
  };
}

function leafJoin({ leaf, negated, path }: RuleLeaf, isAll: boolean, { found, canChange }: Context): Join {
  const own = found.get(JSON.stringify(leaf));
  if (!own) throw new Error(`no column kernel for ${path}`);
  const { kernel, known, holds } = own;
  const nearOf = canChange?.(leaf.fact) ? known : null;
  const join = negated === isAll ? joinFailing : joinHolding;
  return (into, from, to) => {
    if (own.madeFor !== from) {
      kernel(from, to, holds);
      own.madeFor = from;
    }
    if (into.near) nearLeaf(into, { holds, known, negated, nearOf }, from, to - from, isAll);
    return isAll
      ? join(into.yes, into.no, holds, known, from, to - from)
      : join(into.no, into.yes, holds, known, from, to - from);
  };
}

function groupJoin(node: RuleGroup, isAll: boolean, context: Context): Join {
  const group = groupOf(node, context);
  return (into, from, to) => {
    const { yes, no, near } = group(from, to);
    if (into.near && near) joinNear(into, yes, near, to - from, isAll);
    return isAll ? joinGroup(into.yes, into.no, yes, no, to - from) : joinGroup(into.no, into.yes, no, yes, to - from);
  };
}

// `any` is `all` with true and false exchanged: `both` stays set where every child sets it, `either` where one does. False
// once `either` is set of every firm.

function joinGroup(both: Bitmap, either: Bitmap, one: Bitmap, other: Bitmap, words: number): boolean {
  let settled = -1;
  for (let word = 0; word < words; word += 1) {
    both[word]! &= one[word]!;
    settled &= either[word]! |= other[word]!;
  }
  return settled !== -1;
}

function joinHolding(both: Bitmap, either: Bitmap, holds: Bitmap, known: Bitmap, from: number, words: number): boolean {
  let settled = -1;
  for (let word = 0; word < words; word += 1) {
    const held = holds[word]!;
    both[word]! &= held;
    settled &= either[word]! |= known[from + word]! & ~held;
  }
  return settled !== -1;
}

function joinFailing(both: Bitmap, either: Bitmap, holds: Bitmap, known: Bitmap, from: number, words: number): boolean {
  let settled = -1;
  for (let word = 0; word < words; word += 1) {
    const held = holds[word]!;
    both[word]! &= known[from + word]! & ~held;
    settled &= either[word]! |= held;
  }
  return settled !== -1;
}

type NearLeaf = {
  holds: Bitmap;
  known: Bitmap;
  negated: boolean;
  /** those it can be changed for; null: nobody can */ nearOf: Bitmap | null;
};

function nearLeaf(
  into: Joined,
  { holds, known, negated, nearOf }: NearLeaf,
  from: number,
  words: number,
  isAll: boolean,
): void {
  const yes = new Uint32Array(words);
  for (let word = 0; word < words; word += 1) yes[word] = negated ? known[from + word]! & ~holds[word]! : holds[word]!;
  joinNear(into, yes, nearOf ? nearOf.subarray(from, from + words) : yes, words, isAll);
}

function joinNear({ near, yes: soFar }: Joined, yes: Bitmap, change: Bitmap, words: number, isAll: boolean): void {
  if (!near) return;
  for (let word = 0; word < words; word += 1)
    near[word] = isAll ? (near[word]! & yes[word]!) | (soFar[word]! & change[word]!) : near[word]! | change[word]!;
}

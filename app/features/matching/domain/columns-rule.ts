import type { PlainDate } from "~/kernel/plain-date";
import { emptyBitmap, type Bitmap, type Columns } from "./columns";
import { compileColumnLeaf, type LeafKernel } from "./columns-leaf";
import { leavesOf, type RuleGroup, type RuleLeaf, type RuleNode } from "./rule";

/** Firms in blocks of 8,192: what a rule's comparisons found stays in the cache until the rule has been joined. */
const blockWords = 256;

/** What a rule says of every firm. */
export type Selection = {
  eligible: Bitmap;
  unknown: Bitmap;
  /** Ineligible for a single reason: changing one condition that a firm can change would do, all others are met. */
  nearly: Bitmap;
};

/** A comparison made executable: bits of the firms it holds of, beside those of which the fact is known. */
type Found = { kernel: LeafKernel; known: Bitmap; holds: Bitmap };
/** Bits of one block: rule true, rule false, and true after at most one change. */
type Joined = { yes: Bitmap; no: Bitmap; near: Bitmap | null };
/** Answers for the words from `from` up to `to`. */
type Node = (from: number, to: number) => Joined;
type Context = { leaves: ReadonlyMap<string, Found>; canChange: ((fact: string) => boolean) | null };

/** The words of one rule's answers, to be filled block by block. */
export type BlockRun = (from: number, to: number, into: { eligible: Bitmap; unknown: Bitmap; nearly: Bitmap | null }) => void;

/**
 * Makes a rule executable over a register held by fact.
 * @param canChange facts a firm can change; without it nobody is nearly eligible (and nothing is spent on finding out)
 * @returns a function that runs over all firms; its bitmaps are fresh at each call
 */
export function compileColumns(rule: RuleNode, columns: Columns, today: PlainDate, canChange?: (fact: string) => boolean): () => Selection {
  const { prepare, runs } = compileColumnRules([rule], columns, today, canChange);
  const words = Math.ceil(columns.size / 32);
  return () => {
    const selection = { eligible: emptyBitmap(columns.size), unknown: emptyBitmap(columns.size), nearly: emptyBitmap(columns.size) };
    for (const [from, to] of blocksOf(0, words)) {
      prepare(from, to);
      runs[0]?.(from, to, selection);
    }
    return selection;
  };
}

/** The blocks of a stretch of words. */
export function blocksOf(first: number, end: number): readonly (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil((end - first) / blockWords) }, (_, index) => {
    const from = first + index * blockWords;
    return [from, Math.min(from + blockWords, end)] as const;
  });
}

/**
 * Makes many rules executable together: comparisons they share are made once a block. For each block call `prepare`, then
 * the runs.
 */
export function compileColumnRules(rules: readonly RuleNode[], columns: Columns, today: PlainDate, canChange?: (fact: string) => boolean) {
  const leaves = new Map<string, Found>();
  for (const entry of rules.flatMap(leavesOf)) {
    const key = JSON.stringify(entry.leaf);
    if (!leaves.has(key)) leaves.set(key, foundFor(entry, columns, today));
  }
  const context: Context = { leaves, canChange: canChange ?? null };
  const found = [...leaves.values()];
  const prepare = (from: number, to: number) => {
    for (const { kernel, holds } of found) kernel(from, to, holds);
  };
  return { prepare, runs: rules.map((rule) => blockRun(compile(rule, context), columns.size)) };
}

function foundFor({ leaf }: RuleLeaf, columns: Columns, today: PlainDate): Found {
  const column = columns.columns.get(leaf.fact);
  const holds = new Uint32Array(blockWords);
  if (!column) return { kernel: () => undefined, known: emptyBitmap(columns.size), holds };
  return { kernel: compileColumnLeaf(leaf, column, today), known: column.known, holds };
}

function blockRun(node: Node, size: number): BlockRun {
  const lastWord = size >>> 5;
  const lastMask = (1 << (size & 31)) - 1;
  return (from, to, { eligible, unknown, nearly }) => {
    const { yes, no, near } = node(from, to);
    for (let word = from; word < to; word += 1) {
      const mask = word === lastWord ? lastMask : -1;
      const held = yes[word - from]!;
      const failed = no[word - from]!;
      eligible[word] = held & mask;
      unknown[word] = ~(held | failed) & mask;
      if (nearly && near) nearly[word] = near[word - from]! & failed & mask;
    }
  };
}

function compile(node: RuleNode, context: Context): Node {
  return node.kind === "leaf" ? leafNode(node, context) : groupNode(node, context);
}

function leafNode(node: RuleLeaf, { leaves, canChange }: Context): Node {
  const found = leaves.get(JSON.stringify(node.leaf));
  if (!found) throw new Error(`no column kernel for ${node.path}`);
  const { known, holds } = found;
  const other = new Uint32Array(blockWords);
  const joined: Joined = node.negated ? { yes: other, no: holds, near: null } : { yes: holds, no: other, near: null };
  if (canChange) joined.near = canChange(node.leaf.fact) ? new Uint32Array(blockWords) : joined.yes;
  const { near } = joined;
  return (from, to) => {
    const words = to - from;
    for (let word = 0; word < words; word += 1) other[word] = known[from + word]! & ~holds[word]!;
    if (near && near !== joined.yes) for (let word = 0; word < words; word += 1) near[word] = known[from + word]!;
    return joined;
  };
}

function groupNode({ kind, children: rules }: RuleGroup, context: Context): Node {
  const children = rules.map((child) => compile(child, context));
  const joined: Joined = { yes: new Uint32Array(blockWords), no: new Uint32Array(blockWords), near: context.canChange ? new Uint32Array(blockWords) : null };
  const join = kind === "all" ? joinAll : joinAny;
  return (from, to) => {
    joined.yes.fill(kind === "all" ? 0xffffffff : 0);
    joined.no.fill(kind === "all" ? 0 : 0xffffffff);
    joined.near?.fill(kind === "all" ? 0xffffffff : 0);
    for (const child of children) join(joined, child(from, to), to - from);
    return joined;
  };
}

function joinAll(into: Joined, child: Joined, words: number): void {
  const { yes, no, near } = into;
  if (near && child.near) {
    for (let word = 0; word < words; word += 1) near[word] = (near[word]! & child.yes[word]!) | (yes[word]! & child.near[word]!);
  }
  for (let word = 0; word < words; word += 1) {
    yes[word]! &= child.yes[word]!;
    no[word]! |= child.no[word]!;
  }
}

function joinAny(into: Joined, child: Joined, words: number): void {
  const { yes, no, near } = into;
  if (near && child.near) for (let word = 0; word < words; word += 1) near[word]! |= child.near[word]!;
  for (let word = 0; word < words; word += 1) {
    yes[word]! |= child.yes[word]!;
    no[word]! &= child.no[word]!;
  }
}

import { evenWidth, pieces, sentenceEnd } from "./span";
import { pairsOf } from "./word-pairs";

/** One clause of the old text beside the new one's; one side is null where it is new or gone. */
export type AlignedClause = { kind: "same" | "changed" | "new" | "gone"; before: string | null; after: string | null };

/** Where a clause begins: 第五条, 一、, （二）, 3. */
const heading =
  /^\s*(?:第[零一二三四五六七八九十百\d]+[条款项章]|[一二三四五六七八九十]+、|[(][一二三四五六七八九十\d]+[)]|\d{1,2}[.、．](?!\d))/;

/** A text cut into clauses: by its articles, headings and lines, and longer ones by sentences. */
export function splitClauses(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const clean = line.trim();
    if (clean === "") return [];
    const parts = pieces(clean, { start: 0, end: clean.length }, sentenceEnd).map(({ start, end }) =>
      clean.slice(start, end).trim(),
    );
    return parts.filter((part) => part !== "").reduce<string[]>(joined, []);
  });
}

/** A heading alone belongs to the sentence behind it. */
function joined(all: string[], part: string): string[] {
  const last = all.at(-1);
  const isHeading = last !== undefined && last.length <= 6 && heading.test(evenWidth(last));
  return isHeading ? [...all.slice(0, -1), `${last}　${part}`] : [...all, part];
}

/** Least likeness of two clauses that are one clause changed. */
const alike = 0.4;

type Side = { text: string; key: string; pairs: string[] };

/** Both texts clause by clause, in the order of the new one, with what is gone where it stood. */
export function alignClauses(before: string, after: string): AlignedClause[] {
  const [old, next] = [before, after].map((text) => splitClauses(text).map(sideOf)) as [Side[], Side[]];
  const table = likelihoods(old, next);
  const aligned: AlignedClause[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    const [left, right] = [old[row], next[column]];
    const step = stepOf(table, row, column, { left, right });
    aligned.push(alignedAs(step, left, right));
    if (step !== "new") row += 1;
    if (step !== "gone") column += 1;
  }
  return aligned;
}

function sideOf(text: string): Side {
  const key = evenWidth(text).replace(/\s/g, "").replace(heading, "");
  return { text, key, pairs: pairsOf(text) };
}

type Step = "pair" | "new" | "gone";

function alignedAs(step: Step, left: Side | undefined, right: Side | undefined): AlignedClause {
  const [before, after] = [step === "new" ? undefined : left, step === "gone" ? undefined : right];
  const paired = left?.key === right?.key ? "same" : "changed";
  return { kind: step === "pair" ? paired : step, before: before?.text ?? null, after: after?.text ?? null };
}

/** The greatest likeness of what is left of both texts from each pair of clauses on, counted from the end. */
function likelihoods(old: readonly Side[], next: readonly Side[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = next.length - 1; column >= 0; column -= 1)
      (table[row] as number[])[column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        likenessOf(old[row] as Side, next[column] as Side) + at(row + 1, column + 1),
      );
  return table;
}

function stepOf(
  table: number[][],
  row: number,
  column: number,
  { left, right }: { left: Side | undefined; right: Side | undefined },
): Step {
  if (!left) return "new";
  if (!right) return "gone";
  const at = (down: number, along: number) => table[row + down]?.[column + along] ?? 0;
  const likeness = likenessOf(left, right);
  if (likeness > 0 && likeness + at(1, 1) >= at(0, 0)) return "pair";
  return at(1, 0) >= at(0, 1) ? "gone" : "new";
}

/** How like two clauses are, from 0; what is the same counts more than any change. */
function likenessOf(left: Side, right: Side): number {
  if (left.key === right.key) return 1.5;
  const share = shared(left.pairs, right.pairs);
  return share >= alike ? share : 0;
}

/** Twice the pairs in common by all pairs (Dice). */
function shared(left: readonly string[], right: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const pair of left) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const count = rest.get(pair) ?? 0;
    if (count > 0) common += 1;
    rest.set(pair, count - 1);
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

export type Concerned = { itemId: string; share: number; clauses: number[] };

/** Least share of the pairs of an item's summary that must stand in a clause. */
const least = 0.45;

/** Items whose words stand in a clause that changed or is gone, the surest first. */
export function itemsConcerned(
  aligned: readonly AlignedClause[],
  items: readonly { id: string; title: string; summary: string }[],
): Concerned[] {
  const changed = aligned.flatMap(({ kind, before }, at) =>
    kind === "changed" || kind === "gone" ? [{ at, pairs: new Set(pairsOf(before ?? "")) }] : [],
  );
  return items
    .flatMap(({ id, title, summary }) => {
      const own = pairsOf(`${title}　${summary}`);
      const shares = changed.map(({ at, pairs }) => ({
        at,
        share: own.filter((pair) => pairs.has(pair)).length / Math.max(1, own.length),
      }));
      const hits = shares.filter(({ share }) => share >= least);
      return hits.length === 0
        ? []
        : [{ itemId: id, share: Math.max(...hits.map(({ share }) => share)), clauses: hits.map(({ at }) => at) }];
    })
    .sort((left, right) => right.share - left.share)
    .slice(0, 30);
}

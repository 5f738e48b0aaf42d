import type { Drafting, Proposal } from "./proposal";
import { overlaps, pieceAt, pieces, sentenceEnd, type Span } from "./span";

/** Words of a clause that nothing in the draft says yet. `proposal`: a proposal was not taken. */
export type PointKind = "figure" | "condition" | "title" | "proposal";

/** How an author settled a point: placed by hand, or nothing to the rule; `why` in the author's words. */
export type Settled = { as: "placed" | "nothing"; why: string; byId: string; at: string };

export type OpenPoint = { id: string; words: string; sentence: string; kind: PointKind; settled: Settled | null };

export function openCount(points: readonly OpenPoint[]): number {
  return points.filter(({ settled }) => settled === null).length;
}

/**
 * The points a drafting leaves: words that no proposal covers, and words of proposals that are not among `taken` and that no taken
 * one covers. null: nothing was chosen yet, so only what could not be placed.
 */
export function pointsOf(
  { text, proposals, unplaced }: Drafting,
  taken: ReadonlySet<string> | null,
): Omit<OpenPoint, "id">[] {
  const sentences = pieces(text, { start: 0, end: text.length }, sentenceEnd);
  const at = ({ start }: Span) => {
    const { start: from, end } = pieceAt(sentences, start);
    return text.slice(from, end).trim();
  };
  const left = unplaced.map((each) => ({
    words: each.words,
    sentence: at(each),
    kind: each.why as PointKind,
    settled: null,
  }));
  if (taken === null) return left;
  return [...left, ...refused(proposals, taken).map(({ spans }) => wordsOf(text, spans, at))];
}

function refused(proposals: readonly Proposal[], taken: ReadonlySet<string>): Proposal[] {
  const covered = proposals.filter(({ id }) => taken.has(id)).flatMap(({ spans }) => spans);
  return proposals.filter(
    ({ id, spans }) => !taken.has(id) && spans.some((span) => !covered.some((each) => overlaps(each, span))),
  );
}

function wordsOf(text: string, spans: readonly Span[], at: (span: Span) => string): Omit<OpenPoint, "id"> {
  const words = spans.map(({ start, end }) => text.slice(start, end)).join("…");
  return { words, sentence: at(spans[0] ?? { start: 0, end: 0 }), kind: "proposal", settled: null };
}

/** Points with fresh ones beside them: what is known of the same words of the same sentence stays as it is. */
export function withPoints(known: readonly OpenPoint[], fresh: readonly Omit<OpenPoint, "id">[]): OpenPoint[] {
  const keyOf = ({ words, sentence }: Pick<OpenPoint, "words" | "sentence">) => `${sentence}\n${words}`;
  const keys = new Set(known.map(keyOf));
  const added = fresh.filter((point) => !keys.has(keyOf(point)) && keys.add(keyOf(point)));
  const last = Math.max(0, ...known.map(({ id }) => Number(id)));
  return [...known, ...added.map((point, index) => ({ ...point, id: String(last + index + 1) }))];
}

/** Points with one settled; null where there is no such open point. */
export function settlePoint(points: readonly OpenPoint[], id: string, settled: Settled): OpenPoint[] | null {
  const open = points.some((point) => point.id === id && point.settled === null);
  return open ? points.map((point) => (point.id === id ? { ...point, settled } : point)) : null;
}

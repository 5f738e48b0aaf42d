import type { Proposal, Unplaced } from "./proposal";

/** A stretch of the text: plain, the words of proposals, or words that none of them covers. */
export type Stretch = { text: string; proposals: string[]; unplaced: boolean };

/** The text cut at every place where a proposal's words or unplaced words begin or end, in order and without a gap. */
export function markText(
  text: string,
  proposals: readonly Pick<Proposal, "id" | "spans">[],
  unplaced: readonly Unplaced[],
): Stretch[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...proposals.flatMap(({ spans }) => spans), ...unplaced]) cuts.add(start).add(end);
  const places = [...cuts].sort((left, right) => left - right);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const holds = (span: { start: number; end: number }) => span.start <= start && end <= span.end;
    return {
      text: text.slice(start, end),
      proposals: proposals.filter(({ spans }) => spans.some(holds)).map(({ id }) => id),
      unplaced: unplaced.some(holds),
    };
  });
}

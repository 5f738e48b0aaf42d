import type { Figure, FigureKind } from "./figures";
import { evenWidth, type Span } from "./span";

/** One sign for each kind of figure, so that a pattern can be written over the words around them. */
export const signs = {
  yuan: "¥",
  percent: "％",
  count: "＃",
  span: "＠",
  times: "＊",
  year: "＾",
  date: "＾",
  day: "＾",
  ordinal: "＆",
} as const satisfies Record<FigureKind, string>;

export type Masked = {
  text: string;
  /** figures by their place in the masked text */
  figures: ReadonlyMap<number, Figure>;
  /** the place in the whole text of a place in the masked one */
  placeOf(at: number): number;
};

/** A stretch of a text with each figure written as one sign. */
export function mask(text: string, within: Span, figures: readonly Figure[]): Masked {
  const plain = evenWidth(text);
  const inside = new Map(
    figures.filter(({ start, end }) => start >= within.start && end <= within.end).map((each) => [each.start, each]),
  );
  const found = new Map<number, Figure>();
  const places: number[] = [];
  let masked = "";
  for (let at = within.start; at < within.end;) {
    const figure = inside.get(at);
    if (figure) found.set(masked.length, figure);
    places.push(at);
    masked += figure ? signs[figure.kind] : (plain[at] ?? "");
    at = figure ? figure.end : at + 1;
  }
  places.push(within.end);
  return { text: masked, figures: found, placeOf: (at) => places[Math.min(at, places.length - 1)] ?? within.end };
}

/** The figures a match of a pattern holds, in order, and the place of the match in the whole text. */
export function figuresIn(masked: Masked, start: number, end: number): Figure[] {
  return [...masked.figures].flatMap(([at, figure]) => (at >= start && at < end ? [figure] : []));
}

export function spanOf(masked: Masked, start: number, end: number): Span {
  return { start: masked.placeOf(start), end: masked.placeOf(end) };
}

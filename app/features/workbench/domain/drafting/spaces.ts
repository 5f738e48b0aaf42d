import type { Span } from "./span";

/** A text without the spaces that part nothing, and the place in the text itself of a place in it. */
export type Closed = { text: string; placeOf(span: Span): Span };

/** Spaces; the first group holds the sign before those that part two Latin words or two numbers. */
const spaces = /([A-Za-z](?=[ \t\u00a0\u3000]+[A-Za-z])|\d(?=[ \t\u00a0\u3000]+\d))?[ \t\u00a0\u3000]+/g;

/** 500 万元 以上 as 500万元以上, as texts from tables and PDFs have it. */
export function withoutSpaces(text: string): Closed {
  const idle = [...text.matchAll(spaces)].filter(([, parted]) => parted === undefined);
  const dropped = new Set(
    idle.flatMap(({ index, 0: { length } }) => [...Array(length).keys()].map((at) => index + at)),
  );
  const kept = [...Array(text.length).keys()].filter((at) => !dropped.has(at));
  const startOf = (at: number) => kept[at] ?? text.length;
  return {
    text: kept.map((at) => text[at]).join(""),
    placeOf: ({ start, end }) => ({ start: startOf(start), end: end > start ? startOf(end - 1) + 1 : startOf(end) }),
  };
}

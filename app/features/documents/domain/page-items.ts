import type { Face } from "./paper";

/** Colours of a paper; red is that of heads, lines and seals. */
export type Ink = "black" | "grey" | "red" | "pale";

/** Something drawn at a place; points from the upper left corner, `y` of a text is its base line. */
export type Item =
  | { kind: "text"; x: number; y: number; text: string; face: Face; size: number; spacing: number; ink: Ink }
  | { kind: "line"; x1: number; y1: number; x2: number; y2: number; width: number; ink: Ink }
  | { kind: "fill"; x: number; y: number; width: number; height: number; ink: Ink }
  | { kind: "seal"; x: number; y: number; diameter: number; office: string; foot: string }
  | { kind: "qr"; x: number; y: number; side: number; text: string }
  | { kind: "mark"; text: string };

/** A drawn page. */
export type Page = readonly Item[];

/** Width of a character of a face at one point of size. */
export type Measure = (character: string, face: Face) => number;

/** A horizontal slice of a page that is never cut: its height and what it draws when its upper edge stands at `y`. */
export type Slice = {
  height: number;
  draw: (y: number) => Item[];
  /** repeated on top where a page begins with this slice */
  head?: Slice;
  /** stays on the page of what follows it */
  keepsNext?: boolean;
  /** an empty line, left out at the top of a page */
  blank?: boolean;
};

/** Base line of a text in the middle of a band: the em box of these faces reaches 0.12 below it. */
export function baseLine(top: number, height: number, size: number): number {
  return top + (height - size) / 2 + size * 0.88;
}

import { bar, broken, colours, draw, line, lines, reach, width, words } from "./draw.server";

export type Bar = { label: string; value: number; text: string };

/** Words break into more lines than characters do. Pixels. */
const rowHeights = { words: 48, characters: 34 };
const labelWidth = 128;
const thickest = 18;

/** Lying bars, the first on top, each with its figure in words at its end. */
export function drawBars(bars: readonly Bar[]): string {
  if (bars.length === 0) return "";
  const row = bars.some(({ label }) => /[a-z] [a-z]/i.test(label)) ? rowHeights.words : rowHeights.characters;
  const left = labelWidth + 10;
  const length = reach(
    bars.map(({ value }) => value),
    width - left - 92,
  );
  const height = bars.length * row + 8;
  const rows = bars.map(({ label, value, text }, index) => {
    const middle = 4 + row * (index + 0.5);
    return [
      lines(broken(twoLines(label), labelWidth - 12), left - 8, middle, "end"),
      bar(left, middle - thickest / 2, length(value), thickest, colours.strong),
      words(text, left + length(value) + 5, middle),
    ].join("");
  });
  return draw(height, [...rows, line(left, 4, left, height - 4)]);
}

/** What fits on two lines; a Chinese character takes the room of two letters. */
export function twoLines(label: string): string {
  let room = 34;
  const kept = [...label].filter((sign) => (room -= sign > "\u2e7f" ? 2 : 1) >= 0).length;
  return kept === [...label].length ? label : `${[...label].slice(0, kept).join("")}…`;
}

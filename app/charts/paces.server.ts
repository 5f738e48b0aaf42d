import { bar, breadth, colours, cut, draw, line, reach, shape, width, words } from "./draw.server";

export type PaceBar = { label: string; average: number; promised: number };

const left = 118;
const [top, row, thick] = [32, 52, 17];

/** Two lying bars a stage: the working days it took, and those promised. Longer than promised is red. */
export function drawPaces(paces: readonly PaceBar[], names: { average: string; promised: string }): string {
  if (paces.length === 0) return "";
  const length = reach(
    paces.flatMap(({ average, promised }) => [average, promised]),
    width - left - 44,
  );
  const height = paces.length * row + 40;
  const one = (days: number, y: number, colour: string) =>
    bar(left, y, length(days), thick, colour) + words(String(rounded(days)), left + length(days) + 5, y + thick / 2);
  const rows = paces.map(({ label, average, promised }, index) => {
    const middle = top + row * (index + 0.5);
    return [
      words(cut(label, 108), left - 8, middle, { anchor: "end" }),
      one(average, middle - thick - 1, average > promised ? colours.bad : colours.strong),
      one(promised, middle + 1, colours.soft),
    ].join("");
  });
  const second = 34 + breadth(names.average);
  return draw(height, [
    legend(names.average, 0, colours.strong),
    legend(names.promised, second, colours.soft),
    ...rows,
    line(left, top, left, height - 8),
  ]);
}

function legend(name: string, x: number, colour: string): string {
  const corners = [
    [x, 0],
    [x + 14, 0],
    [x + 14, 14],
    [x, 14],
  ] as const;
  return shape(corners, colour) + words(name, x + 19, 7);
}

function rounded(days: number): number {
  return Math.round(days * 10) / 10;
}

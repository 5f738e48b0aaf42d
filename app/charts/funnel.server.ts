import { colours, draw, line, shape, width, words } from "./draw.server";

const [left, right, top] = [8, 156, 4];
const height = 240;
const gap = 3;
/** The narrowest step is still seen. */
const narrowest = 0.04;

/** Steps from wide to narrow in their own order; each says its name and count. */
export function drawFunnel(steps: readonly { label: string; value: number; text: string }[]): string {
  const widest = Math.max(...steps.map(({ value }) => value), 0);
  if (widest === 0) return "";
  const shades = [colours.soft, "#6fa5bb", "#3d83a0", colours.strong, "#0c4054"];
  const room = width - left - right;
  const centre = left + room / 2;
  const half = (index: number) => {
    const value = steps[index]?.value;
    return value === undefined ? 0 : (Math.max(value / widest, narrowest) * room) / 2;
  };
  const tall = (height - 2 * top - gap * (steps.length - 1)) / steps.length;
  const parts = steps.map(({ label, text }, index) => {
    const y = top + index * (tall + gap);
    const [above, below] = [half(index), half(index + 1)];
    const edge = centre + (above + below) / 2;
    const corners = [
      [centre - above, y],
      [centre + above, y],
      [centre + below, y + tall],
      [centre - below, y + tall],
    ] as const;
    return [
      shape(corners, shades[index % shades.length] ?? colours.strong),
      line(edge, y + tall / 2, edge + 10, y + tall / 2),
      words(`${label} ${text}`, edge + 15, y + tall / 2),
    ].join("");
  });
  return draw(height, parts);
}

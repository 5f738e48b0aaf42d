import { bar, breadth, colours, draw, line, marks, width, words } from "./draw.server";

const height = 240;
const frame = { left: 64, right: width - 8, top: 32, bottom: height - 44 };
const thickest = 26;

/** Standing bars, a month each, `YYYY-MM`; the axis counts in `unit`. */
export function drawMonths(months: readonly { month: string; value: number }[], unit: string): string {
  if (months.length === 0) return "";
  const axis = marks(Math.max(...months.map(({ value }) => value)), 4);
  const most = axis.at(-1) || 1;
  const heightOf = (value: number) => (Math.max(value, 0) / most) * (frame.bottom - frame.top);
  const step = (frame.right - frame.left) / months.length;
  const thick = Math.min(thickest, step * 0.8);
  const turned = months.length > 8 ? -45 : 0;
  const every = turned === 0 ? Math.max(1, Math.ceil((breadth("00-00") + 6) / step)) : Math.ceil(14 / step);
  return draw(height, [
    ...axis.map((mark) => scaleMark(mark, frame.bottom - heightOf(mark))),
    words(unit, frame.left, frame.top - 16, { anchor: "end" }),
    ...months.map(({ month, value }, index) => {
      const middle = frame.left + step * (index + 0.5);
      const label =
        index % every === 0
          ? words(month.slice(2), middle, frame.bottom + 12, { anchor: turned === 0 ? "middle" : "end", turned })
          : "";
      return bar(middle - thick / 2, frame.bottom, heightOf(value), thick, colours.strong, true) + label;
    }),
  ]);
}

function scaleMark(mark: number, y: number): string {
  return (
    line(frame.left, y, frame.right, y) + words(mark.toLocaleString("en-US"), frame.left - 8, y, { anchor: "end" })
  );
}

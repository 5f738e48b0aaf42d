import { colours, draw, textStyle, width } from "./draw.server";

export type Bar = { label: string; value: number; text: string };

/** Words break into more lines than characters do. Pixels. */
const rowHeights = { words: 48, characters: 34 };
const labelWidth = 128;

/** Lying bars, the first on top, each with its figure in words at its end. */
export function drawBars(bars: readonly Bar[]): string {
  if (bars.length === 0) return "";
  return draw(
    {
      grid: { left: labelWidth + 10, right: 92, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false, min: 0 },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map((bar) => twoLines(bar.label)),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { ...textStyle, width: labelWidth - 16, overflow: "break", lineHeight: 14, interval: 0 },
      },
      series: [
        {
          type: "bar",
          silent: true,
          barMaxWidth: 18,
          itemStyle: { color: colours.strong, borderRadius: [0, 3, 3, 0] },
          data: bars.map((bar) => ({ value: bar.value, label: { formatter: plain(bar.text) } })),
          label: { show: true, position: "right", ...textStyle, width: width - labelWidth, overflow: "none" },
        },
      ],
    },
    bars.length * (bars.some(({ label }) => /[a-z] [a-z]/i.test(label)) ? rowHeights.words : rowHeights.characters) + 8,
  );
}

/** What fits on two lines; a Chinese character takes the room of two letters. */
export function twoLines(label: string): string {
  let room = 34;
  const kept = [...label].filter((sign) => (room -= sign > "\u2e7f" ? 2 : 1) >= 0).length;
  return kept === [...label].length ? label : `${[...label].slice(0, kept).join("")}…`;
}

/** Text that ECharts must not read as a template. */
function plain(text: string): () => string {
  return () => text;
}

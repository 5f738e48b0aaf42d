import { colours, draw, textStyle } from "./draw.server";

/** Standing bars, a month each, `YYYY-MM`; the axis counts in `unit`. */
export function drawMonths(months: readonly { month: string; value: number }[], unit: string): string {
  if (months.length === 0) return "";
  return draw(
    {
      grid: { left: 64, right: 8, top: 32, bottom: 44 },
      xAxis: {
        type: "category",
        data: months.map(({ month }) => month.slice(2)),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { ...textStyle, hideOverlap: true, rotate: months.length > 8 ? 45 : 0 },
      },
      yAxis: {
        type: "value",
        name: unit,
        nameTextStyle: { ...textStyle, align: "right" },
        splitNumber: 4,
        splitLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...textStyle },
      },
      series: [
        {
          type: "bar",
          silent: true,
          barMaxWidth: 26,
          itemStyle: { color: colours.strong, borderRadius: [3, 3, 0, 0] },
          data: months.map(({ value }) => value),
        },
      ],
    },
    240,
  );
}

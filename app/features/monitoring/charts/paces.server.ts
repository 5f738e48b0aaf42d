import { colours, draw, textStyle } from "./draw.server";

export type PaceBar = { label: string; average: number; promised: number };

/** Two lying bars a stage: the working days it took, and those promised. Longer than promised is red. */
export function drawPaces(paces: readonly PaceBar[], names: { average: string; promised: string }): string {
  if (paces.length === 0) return "";
  const label = { show: true, position: "right", ...textStyle };
  return draw(
    {
      legend: {
        top: 0,
        left: 0,
        textStyle,
        data: [names.average, names.promised],
        selectedMode: false,
        itemWidth: 14,
        itemHeight: 14,
      },
      grid: { left: 118, right: 44, top: 32, bottom: 4 },
      xAxis: { type: "value", show: false, min: 0 },
      yAxis: {
        type: "category",
        inverse: true,
        data: paces.map((pace) => pace.label),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { ...textStyle, width: 108, overflow: "truncate", interval: 0 },
      },
      series: [
        {
          name: names.average,
          type: "bar",
          silent: true,
          barGap: "10%",
          itemStyle: { color: colours.strong },
          label,
          data: paces.map(taken),
        },
        {
          name: names.promised,
          type: "bar",
          silent: true,
          itemStyle: { color: colours.soft },
          label,
          data: paces.map((pace) => rounded(pace.promised)),
        },
      ],
    },
    paces.length * 52 + 40,
  );
}

function taken({ average, promised }: PaceBar) {
  return { value: rounded(average), itemStyle: { color: average > promised ? colours.bad : colours.strong } };
}

function rounded(days: number): number {
  return Math.round(days * 10) / 10;
}

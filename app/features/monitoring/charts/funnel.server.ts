import { colours, draw, textStyle } from "./draw.server";

/** Steps from wide to narrow in their own order; each says its name and count. */
export function drawFunnel(steps: readonly { label: string; value: number; text: string }[]): string {
  const widest = Math.max(...steps.map(({ value }) => value), 0);
  if (widest === 0) return "";
  const shades = [colours.soft, "#6fa5bb", "#3d83a0", colours.strong, "#0c4054"];
  return draw(
    {
      series: [
        {
          type: "funnel",
          silent: true,
          sort: "none",
          left: 8,
          right: 156,
          top: 4,
          bottom: 4,
          min: 0,
          max: widest,
          minSize: "4%",
          gap: 3,
          label: { show: true, position: "right", ...textStyle },
          labelLine: { show: true, length: 10, lineStyle: { color: colours.line } },
          data: steps.map(({ label, value, text }, index) => ({
            name: label,
            value,
            label: { formatter: () => `${label} ${text}` },
            itemStyle: { color: shades[index % shades.length], borderWidth: 0 },
          })),
        },
      ],
    },
    240,
  );
}

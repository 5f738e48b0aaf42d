import { BarChart, FunnelChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, FunnelChart, GridComponent, LegendComponent, SVGRenderer]);

/** Colours of `app/styles/app.css`; the darker one is the measured figure, the lighter one what it is held against. */
export const colours = { strong: "#14637f", soft: "#aecedd", bad: "#a3201c", ink: "#1b2730", line: "#d5dde2" };

export const textStyle = {
  fontFamily: "Noto Sans SC Variable, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif",
  fontSize: 13,
  color: colours.ink,
};

/** Narrow, so that the words stay readable when a phone shrinks the drawing. Pixels. */
export const width = 420;

const forPointers = / (class|pointer-events|ecmeta_\w+)="[^"]*"/g;
const font = `font-size:${textStyle.fontSize}px;font-family:${textStyle.fontFamily};`;

/** Without what only a pointer needs, and with the font said once instead of at every word. */
function bare(svg: string): string {
  const plain = svg
    .replace(/<style ?>[\s\S]*?<\/style>/g, "")
    .replace(forPointers, "")
    .replaceAll(` style="${font}"`, "")
    .replace(/>\n+/g, ">");
  return plain.replace("<svg ", `<svg style="${font}" `);
}

/** One drawing as SVG text: nothing moves, nothing answers the pointer. The size is that of the frame it is put in. */
export function draw(option: EChartsCoreOption, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle, ...option });
    return bare(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

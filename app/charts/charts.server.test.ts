import { describe, expect, it } from "vitest";
import { drawBars, twoLines } from "./bars.server";
import { drawFunnel } from "./funnel.server";
import { drawMonths } from "./months.server";
import { drawPaces } from "./paces.server";

const names = { average: "平均用时", promised: "承诺时限" };

describe("drawings", () => {
  it("say each bar's name and figure, and never take them for markup or a template", () => {
    const svg = drawBars([
      { label: "市<b>局", value: 2, text: "{b} 万元" },
      { label: "科技局", value: 1, text: "1 万元" },
    ]);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain("科技局");
    expect(svg).toContain("{b} 万元");
    expect(svg).toContain("市&lt;b&gt;局");
    expect(svg).not.toContain("<b>");
  });

  it("carry neither styles nor scripts of their own", () => {
    const svg = drawBars([{ label: "a", value: 1, text: "1" }]);
    expect(svg).not.toMatch(/<style|<script|<animate/);
  });

  it("name every step of the funnel with its count, in its own order", () => {
    const svg = drawFunnel([
      { label: "推送", value: 10, text: "10" },
      { label: "查看", value: 4, text: "4" },
    ]);
    expect(svg.indexOf("推送 10")).toBeGreaterThan(0);
    expect(svg.indexOf("查看 4")).toBeGreaterThan(svg.indexOf("推送 10"));
  });

  it("show a stage slower than promised in the warning colour, and only that", () => {
    const colour = "#a3201c";
    expect(drawPaces([{ label: "县区初审", average: 6, promised: 5 }], names)).toContain(colour);
    expect(drawPaces([{ label: "县区初审", average: 5, promised: 5 }], names)).not.toContain(colour);
  });

  it("are empty where there is nothing to draw, so that the table is shown instead", () => {
    expect([
      drawBars([]),
      drawMonths([], "万元"),
      drawPaces([], names),
      drawFunnel([{ label: "推送", value: 0, text: "0" }]),
    ]).toEqual(["", "", "", ""]);
  });
});

describe("twoLines", () => {
  it.each([
    ["市经济和信息化局", "市经济和信息化局"],
    ["信息传输、软件和信息技术服务业", "信息传输、软件和信息技术服务业"],
    ["Provincial Department of Economy and Information Technology", "Provincial Department of Economy a…"],
    ["一".repeat(18), `${"一".repeat(17)}…`],
  ])("%s becomes %s", (label, shown) => expect(twoLines(label)).toBe(shown));
});

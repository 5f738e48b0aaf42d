import { describe, expect, it } from "vitest";
import { correctionPoints, correctionRows } from "./correction-points";

describe("the list of a correction notice", () => {
  it("keeps its order and leaves out rows without words", () => {
    const values = {
      "about-2": "设备清单",
      "text-2": " 缺少签章 ",
      "about-0": "",
      "text-0": "请补充说明",
      "about-1": "营业收入",
      "text-1": "  ",
      comment: "其他",
    };
    expect(correctionPoints(values)).toEqual([
      { about: "", text: "请补充说明" },
      { about: "设备清单", text: "缺少签章" },
    ]);
  });

  it("orders rows by number, not by name", () => {
    expect(correctionRows({ "text-10": "b", "text-9": "a", "text-x": "c" })).toEqual([9, 10]);
  });

  it("takes at most 50 points of 500 characters", () => {
    const values = Object.fromEntries(Array.from({ length: 60 }, (_, row) => [`text-${row}`, "字".repeat(600)]));
    const points = correctionPoints(values);
    expect(points).toHaveLength(50);
    expect(points[0]?.text).toHaveLength(500);
  });
});

import { describe, expect, it } from "vitest";
import { withoutSpaces } from "./spaces";

describe("spaces of a text", () => {
  it.each([
    ["投资 1000 万元 以上", "投资1000万元以上"],
    ["通过 DCMM 3 级 评估", "通过DCMM3级评估"],
    ["GB/T 4754 Green Factory 20 30 人", "GB/T4754Green Factory20 30人"],
    ["第一条　\u00a0补贴\n 10 万元 ", "第一条补贴\n10万元"],
    ["  ", ""],
  ])("drops from %j what parts nothing", (text, closed) => expect(withoutSpaces(text).text).toBe(closed));

  it("tells the place in the text itself", () => {
    const text = " 投资  1000 万元 以上";
    const { text: closed, placeOf } = withoutSpaces(text);
    const start = closed.indexOf("1000万元");
    const place = placeOf({ start, end: start + "1000万元".length });
    expect(text.slice(place.start, place.end)).toBe("1000 万元");
    expect(placeOf({ start: closed.length, end: closed.length })).toEqual({ start: text.length, end: text.length });
  });
});

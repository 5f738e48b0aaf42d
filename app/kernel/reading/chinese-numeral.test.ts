import { describe, expect, it } from "vitest";
import { digitOf, magnitudes, readChineseNumeral } from "./chinese-numeral";

describe("Chinese numerals", () => {
  it.each([
    ["20", 20],
    ["1,500", 1500],
    ["2.5", 2.5],
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["一百二十", 120],
    ["两千零五", 2005],
    ["三千五百", 3500],
    ["二点五", 2.5],
    ["一二", null],
    ["", null],
  ])("%s is %s", (written, value) => expect(readChineseNumeral(written)).toBe(value));

  it("knows single signs and words of magnitude", () => {
    expect(["两", "九", "零", "万"].map(digitOf)).toEqual([2, 9, 0, undefined]);
    expect(["千万", "亿", "万亿"].map((word) => magnitudes.get(word))).toEqual([1e7, 1e8, 1e12]);
  });
});

import { describe, expect, it } from "vitest";
import { sizeClass } from "./size-class";

const wan = 10_000;

describe("size classes of 2017", () => {
  it.each([
    ["C3421", { employees: 1000, revenueYuan: 40_000 * wan }, "large"],
    ["C3421", { employees: 1000, revenueYuan: 39_999.99 * wan }, "medium"],
    ["C3421", { employees: 299, revenueYuan: 50_000 * wan }, "small"],
    ["C3421", { employees: 19, revenueYuan: 50_000 * wan }, "micro"],
    ["E4710", { revenueYuan: 80_000 * wan, assetsYuan: 79_999 * wan }, "medium"],
    ["A0111", { revenueYuan: 50 * wan }, "small"],
    ["G5910", { employees: 150, revenueYuan: 5000 * wan }, "medium"],
    ["I6319", { employees: 500, revenueYuan: 50_000 * wan }, "medium"],
    ["I6513", { employees: 100, revenueYuan: 999 * wan }, "small"],
    ["K7010", { revenueYuan: 100 * wan, assetsYuan: 1999 * wan }, "micro"],
    ["L7299", { employees: 300, assetsYuan: 120_000 * wan }, "large"],
    ["M7320", { employees: 9 }, "micro"],
  ])("%s %o is %s", (code, figures, size) => {
    expect(sizeClass(code, figures)).toMatchObject({ kind: "classified", size });
  });

  it.each(["J6620", "P8310", "S9221", "G5310", "K7040"])("%s is not covered", (code) => {
    expect(sizeClass(code, { employees: 50, revenueYuan: 1, assetsYuan: 1 })).toEqual({ kind: "unclassified" });
  });

  it("says which figure is missing", () => {
    expect(sizeClass("C3421", { employees: 20 })).toMatchObject({ kind: "missing", metrics: ["revenue"] });
  });
});

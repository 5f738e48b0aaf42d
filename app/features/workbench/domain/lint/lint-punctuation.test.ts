import { describe, expect, it } from "vitest";
import { item } from "~/features/policies/testing/small-catalogue";
import { lintPunctuation } from "./lint-punctuation";

const paths = (parts: Parameters<typeof item>[0]) => lintPunctuation(item(parts)).map(({ path }) => path);

describe("punctuation of an item's texts (GB/T 15834-2011, 5.1)", () => {
  it.each(["奖20万元,一次性", "奖励(试行)", "分三档:甲、乙", "补助20%,最高10万元", "达标;公示"])(
    "a half-width mark beside Chinese is found in %s",
    (summary) => {
      expect(paths({ summary })).toEqual(["/summary"]);
    },
  );

  it("full-width marks, numbers, ratios and Latin words stand as they are", () => {
    expect(paths({ summary: "按1:1配套，不超过1,000,000元（研发R&D投入）；见 ISO 9001, 14001 等" })).toEqual([]);
  });

  it("title, note, materials and steps are read too", () => {
    expect(paths({ title: "奖励(甲)", notes: "见甲,乙", materials: ["合同(复印件)"], steps: ["申报:网上"] })).toEqual([
      "/title",
      "/notes",
      "/materials",
      "/steps",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { alignClauses, itemsConcerned, splitClauses } from "./compare-texts";

const old = `第一条 对新认定的省级绿色工厂，一次性奖励30万元。
第二条 对年营业收入首次超过1亿元的企业，奖励20万元。
第三条 本办法由市经信局负责解释。`;
const next = `第一条 对新认定的省级绿色工厂，一次性奖励50万元。
第二条 支持企业开展数字化改造，按投资额的10%补助。
第三条 本办法由市经信局负责解释。`;

describe("documents compared", () => {
  it("cuts a text into its clauses, with a heading before its sentence", () => {
    expect(splitClauses("一、总则\n（一）支持技改。给予补助！\n\n")).toEqual([
      "一、总则",
      "（一）支持技改",
      "给予补助",
    ]);
    expect(splitClauses("")).toEqual([]);
  });

  it("tells what stays, changes, comes and goes", () => {
    expect(
      alignClauses(old, next)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["changed", "gone", "new", "same"]);
    const changed = alignClauses(old, next).find(({ kind }) => kind === "changed");
    expect(changed?.before).toContain("30万元");
    expect(changed?.after).toContain("50万元");
  });

  it("takes a clause that only has another number for the same", () => {
    const moved = alignClauses("第一条 支持技改。\n第二条 支持上市。", "第一条 支持上市。");
    expect(moved).toEqual([
      { kind: "gone", before: "第一条 支持技改", after: null },
      { kind: "same", before: "第二条 支持上市", after: "第一条 支持上市" },
    ]);
  });

  it("loses no clause of either text, whichever it is compared with", () => {
    for (const [left, right] of [
      [old, next],
      [next, old],
      [old, ""],
      ["", next],
      [old, old],
    ] as const) {
      const aligned = alignClauses(left, right);
      expect(aligned.flatMap(({ before }) => before ?? [])).toEqual(splitClauses(left));
      expect(aligned.flatMap(({ after }) => after ?? [])).toEqual(splitClauses(right));
    }
    expect(alignClauses(old, old).every(({ kind }) => kind === "same")).toBe(true);
  });

  it("names the items whose words changed or are gone, and no other", () => {
    const items = [
      { id: "green", title: "省级绿色工厂奖励", summary: "新认定省级绿色工厂，一次性奖励30万元。" },
      { id: "scale", title: "营收首次过亿奖励", summary: "年营业收入首次超过1亿元，奖励20万元。" },
      { id: "expo", title: "展会补贴", summary: "展览面积1万平方米以上的展会补20万元。" },
    ];
    const found = itemsConcerned(alignClauses(old, next), items).map(({ itemId }) => itemId);
    expect(found.sort()).toEqual(["green", "scale"]);
    expect(itemsConcerned(alignClauses(old, old), items)).toEqual([]);
  });
});

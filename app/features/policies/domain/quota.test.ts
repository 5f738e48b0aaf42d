import { describe, expect, it } from "vitest";
import { item } from "../testing/small-catalogue";
import { isChosen, isUsedUp, leftOf, quotaKey, quotaOf, roundOf, sharersOf, type QuotaLeft } from "./quota";
import { termLines } from "./term-words";

describe("what is left of a quota", () => {
  it.each([
    ["places", { count: 5 }, { count: 3, fen: 900n }, { count: 2, fen: null }],
    ["a pool", { poolYuan: 100 }, { count: 3, fen: 4_000n }, { count: null, fen: 6_000n }],
    ["both", { count: 5, poolYuan: 100 }, { count: 5, fen: 4_000n }, { count: 0, fen: 6_000n }],
    ["never less than nothing", { count: 1, poolYuan: 1 }, { count: 2, fen: 101n }, { count: 0, fen: 0n }],
  ])("%s", (_name, bounds, granted, left) =>
    expect(leftOf({ ...bounds, per: "year", order: "firstCome" }, granted)).toEqual(left),
  );
  it("is used up when either is", () => {
    expect(isUsedUp({ count: 0, fen: 6_000n })).toBe(true);
    expect(isUsedUp({ count: 2, fen: 0n })).toBe(true);
    expect(isUsedUp({ count: null, fen: 1n })).toBe(false);
  });
});

describe("a quota and the way of redemption", () => {
  it("calls for a round where somebody chooses, and none where the first come", () => {
    expect(roundOf({ quota: { count: 5, per: "year", order: "ranking", proRata: true } })).toEqual({
      quota: 5,
      proRata: true,
    });
    expect(roundOf({ quota: { per: "year", order: "lot" } })).toEqual({ quota: null, proRata: false });
    expect(roundOf({ quota: { count: 5, per: "year", order: "firstCome" } })).toBeNull();
    expect(isChosen(item())).toBe(false);
  });
  it("is read of a version that was published before items had one", () => {
    expect(quotaOf({ item: item(), redemption: { batch: { quota: 7, proRata: false } } })).toEqual({
      count: 7,
      per: "year",
      order: "ranking",
    });
    expect(quotaOf({ item: item(), redemption: {} })).toBeNull();
  });
});

describe("a quota of several items", () => {
  const of = (id: string, group?: string) => ({
    item: item({ id, quota: { count: 5, per: "year", order: "firstCome", ...(group ? { group } : {}) } }),
    redemption: {},
  });
  const all = [of("a", "g"), of("b"), of("c", "g"), of("d", "h")];
  it("is had by those that name its group, in their order", () => {
    const ids = (index: number) => sharersOf(all[index]!, all).map((each) => each.item.id);
    expect([ids(0), ids(1), ids(2), ids(3)]).toEqual([["a", "c"], ["b"], ["a", "c"], ["d"]]);
  });
  it("has one key, apart from every item's", () => {
    expect(all.map(quotaKey)).toEqual(["group g", "b", "group g", "group h"]);
  });
});

describe("words of a quota", () => {
  const now = (left: QuotaLeft) => ({ left, sharers: [] });
  it("name the items that have it together", () => {
    const shared = item({ quota: { count: 20, per: "year", order: "ranking", group: "g" } });
    const limit = {
      left: null,
      sharers: [
        { zh: "二级", en: "Grade two" },
        { zh: "三级", en: "Grade three" },
      ],
    };
    expect(termLines(shared, "2026-11-30", "zh", limit).at(1)).toEqual({
      key: "quotaShared",
      values: { items: "“二级”“三级”" },
    });
    expect(termLines(shared, "2026-11-30", "en", limit).at(1)?.values).toEqual({ items: "“Grade two”, “Grade three”" });
  });
  it("say its bounds, who comes first, and what is left, as no promise", () => {
    const limited = item({ quota: { count: 3, poolYuan: 15_000, per: "year", order: "firstCome" } });
    expect(termLines(limited, "2026-11-30", "zh", now({ count: 2, fen: 1_000_000n }))).toEqual([
      { key: "quotaFirstCome", values: { limit: "每年名额 3 个、每年资金 1.5万元；" } },
      { key: "quotaLeft", values: { rest: "名额 2 个、资金 1万元", day: "2026-11-30" } },
    ]);
    expect(termLines(limited, "2026-11-30", "en", now({ count: 0, fen: 1_000_000n })).at(-1)?.key).toBe("quotaUsed");
  });
  it("of a ranking without bounds say that it is one", () =>
    expect(termLines(item({ quota: { per: "year", order: "ranking" } }), "2026-11-30", "zh")).toEqual([
      { key: "quotaRanking", values: { limit: "" } },
    ]));
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { draftClauses, type DraftingContext } from "./draft-clauses";
import { indexFacts } from "./fact-index";

let context: DraftingContext;
beforeAll(() => {
  const { facts, synonyms, departments } = loadCatalogueFiles("rules");
  context = { index: indexFacts([...facts.values()], synonyms), departments };
});

const draft = (text: string) => draftClauses([{ part: "pasted", text }], context);
const conditionsOf = (text: string) =>
  draft(text).proposals.flatMap(({ what }) => (what.kind === "condition" ? [what.condition] : []));
const amountOf = (text: string) =>
  draft(text).proposals.flatMap(({ what }) => (what.kind === "amount" ? [what.amount] : []))[0] ?? null;
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value }) as Condition;

const least = "greaterThanInclusive";
const most = "lessThanInclusive";

describe("thresholds in the words of laws and guides", () => {
  it.each<[string, Condition]>([
    ["年营业收入不应低于6000万元的企业，奖励8万元。", leaf("annualRevenue", least, 6e7)],
    ["资产负债率没有超过55%的企业，奖励8万元。", leaf("debtRatio", most, 55)],
    ["资产负债率不能高于55%。", leaf("debtRatio", most, 55)],
    ["年营业收入达到或者超过6000万元的企业，奖励8万元。", leaf("annualRevenue", least, 6e7)],
    ["年产值突破7亿元（含）的企业，奖励8万元。", leaf("industrialOutput", least, 7e8)],
    ["年营业收入超过（含）6000万元的企业，奖励8万元。", leaf("annualRevenue", least, 6e7)],
  ])("reads a denied or closed comparison in %s", (text, wanted) => expect(conditionsOf(text)).toContainEqual(wanted));

  it.each<[string, Condition]>([
    ["员工不足15人的企业不在支持范围。", leaf("employees", least, 15)],
    ["未达到6000万元营业收入的企业不享受。", leaf("annualRevenue", least, 6e7)],
    ["剔除资产负债率超过80%的企业。", leaf("debtRatio", most, 80)],
    ["除资产负债率高于80%以外的企业，奖励8万元。", leaf("debtRatio", most, 80)],
  ])("reads whom %s keeps out", (text, wanted) => expect(conditionsOf(text)).toContainEqual(wanted));

  it.each<[string, Condition]>([
    ["收购比例不低于被收购企业全部股权的60%的，适用特殊性税务处理。", leaf("reorgTargetShare", least, 60)],
    ["增值额未超过扣除项目金额15%的，免征土地增值税。", leaf("appreciationRate", most, 15)],
    ["裁员率不高于上年度调查失业率控制目标（4.5%）的企业，返还失业保险费的40%。", leaf("layoffRate", most, 4.5)],
    ["零售额增幅高于全市平均水平6个百分点的，奖励5万元。", leaf("retailGrowthAboveCity", least, 6)],
    ["零售额增幅高于全市平均水平6个百分点以上的，奖励5万元。", leaf("retailGrowthAboveCity", least, 6)],
  ])("reads a figure told by another one in %s", (text, wanted) => expect(conditionsOf(text)).toContainEqual(wanted));

  it("takes a share that a relief asks for, for no rate", () => {
    expect(amountOf("股权支付至少70%的企业合并，暂不确认资产转让所得。")).toMatchObject({ percent: 100 });
  });

  it("takes a share that is compared for no rate, and one that is given for one", () => {
    expect(amountOf("收购比例不低于被收购企业全部股权的60%。")).toBeNull();
    expect(amountOf("给予不超过设备投资额的20%补助。")).toMatchObject({ kind: "percent", percent: 20, upTo: true });
    expect(amountOf("年度应纳税所得额不超过200万元的企业。")).toBeNull();
    expect(amountOf("补助资金累计不超过200万元。")).toMatchObject({ kind: "fixed", yuan: 2_000_000 });
  });

  it.each<[string, string, number, number]>([
    ["营业收入介于3000万元和8000万元之间的企业，奖励5万元。", "annualRevenue", 3e7, 8e7],
    ["员工40人到90人之间的企业，奖励5万元。", "employees", 40, 90],
    ["租用面积300平方（含本数）至900平方（含本数）的企业，奖励5万元。", "rentedArea", 300, 900],
  ])("reads both ends of %s", (text, fact, from, to) => {
    expect(conditionsOf(text)).toContainEqual(leaf(fact, least, from));
    expect(conditionsOf(text)).toContainEqual(leaf(fact, most, to));
  });

  it("gives each of several figures the name that stands for it", () => {
    const found = conditionsOf("营业收入、员工人数和资产总额分别不低于700万元、12人和900万元的企业，奖励5万元。");
    expect(found).toContainEqual(leaf("annualRevenue", least, 7e6));
    expect(found).toContainEqual(leaf("employees", least, 12));
    expect(found).toContainEqual(leaf("totalAssets", least, 9e6));
  });

  it("reads a comparison that the name follows", () => {
    const found = conditionsOf("3000万元＜营业收入≤9000万元，奖励5万元。");
    expect(found).toContainEqual(leaf("annualRevenue", "greaterThan", 3e7));
    expect(found).toContainEqual(leaf("annualRevenue", most, 9e7));
  });

  it.each<[string, Condition]>([
    ["租用面积700m²以上的企业，奖励5万元。", leaf("rentedArea", least, 700)],
    ["光伏装机容量2兆瓦以上的项目，奖励5万元。", leaf("solarCapacityKw", least, 2000)],
    ["年节能量800吨标煤以上的项目，奖励5万元。", leaf("energySavingTce", least, 800)],
    ["15名（含）以下小微企业，免缴残保金。", leaf("employees", most, 15)],
    ["上一年度营业收入不低于 6000 万元 的企业，奖励 8 万元。", leaf("annualRevenue", least, 6e7)],
  ])("reads the unit of %s", (text, wanted) => expect(conditionsOf(text)).toContainEqual(wanted));

  it("ties a proposal to the words as they stand, spaces and all", () => {
    const text = "营业收入 不低于 6000 万元。";
    const [proposal] = draft(text).proposals;
    expect(proposal?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([text.slice(0, -1)]);
    expect(draft("装备指数不低于 12345 件。").unplaced.map(({ words }) => words)).toContain("12345 件");
  });
});

describe("words that are placed", () => {
  it("counts where words stand for no figure", () => {
    const { unplaced } = draft("第七条 依照第二款第三项规定，营业收入不低于6000万元。");
    expect(unplaced.map(({ words }) => words)).toEqual([]);
  });

  it.each([
    "资产负债率超过80%的企业除外。",
    "员工人数、注册资本分别不低于12人、900万元。",
    "年营业收入首次不低于2亿元、6亿元的，分别奖励10万元、30万元。",
  ])("leaves none open of %s", (text) => expect(draft(text).unplaced).toEqual([]));

  it("takes the most of what is paid for no condition", () => {
    expect(
      conditionsOf("每人补贴不高于当地月最低工资标准的30%。").filter((each) => "value" in each),
    ).not.toContainEqual(expect.objectContaining({ value: 30 }));
  });
});

describe("years and ages", () => {
  it.each<[string, string, unknown]>([
    ["今年获评省级绿色工厂的，奖励20万元。", "equal", { year: 0 }],
    ["本年度或上一年认定的省级绿色工厂，奖励20万元。", least, { year: -1 }],
    ["去年或今年认定的省级绿色工厂，奖励20万元。", least, { year: -1 }],
    ["近两年认定的省级绿色工厂，奖励20万元。", least, { year: -1 }],
    ["近五年认定的省级绿色工厂，奖励20万元。", least, { year: -4 }],
    ["2024年新认定的省级绿色工厂，奖励20万元。", "equal", 2024],
  ])("reads the year of %s", (text, operator, value) =>
    expect(conditionsOf(text)).toContainEqual(leaf("greenFactoryYear", operator, value)),
  );

  it("reads a year in which something was done to a day as both its ends", () => {
    const found = conditionsOf("2024年新设立的企业，奖励5万元。");
    expect(found).toContainEqual(leaf("registeredOn", least, "2024-01-01"));
    expect(found).toContainEqual(leaf("registeredOn", most, "2024-12-31"));
  });

  it("reads the second day of a range whose deed stands before it", () => {
    const found = conditionsOf("贷款合同签订日期为2025年2月1日至2025年11月30日的，按2%贴息。");
    expect(found).toContainEqual(leaf("loanContractDate", least, "2025-02-01"));
    expect(found).toContainEqual(leaf("loanContractDate", most, "2025-11-30"));
  });

  it("leaves a day out where the words do", () => {
    const [found] = conditionsOf("2022年5月1日（不含）之前成立的企业，奖励5万元。");
    expect(found).toEqual(leaf("registeredOn", "lessThan", "2022-05-01"));
  });

  it("tells what a firm was for years from what it gets for years", () => {
    expect(conditionsOf("连续四年无亏损的企业，奖励5万元。")).toContainEqual(leaf("yearsWithoutLoss", least, 4));
    expect(amountOf("连续四年无亏损的企业，奖励5万元。")).toMatchObject({ maxYears: null });
    expect(amountOf("连续4年每年奖励5万元。")).toMatchObject({ maxYears: 4 });
  });

  it("takes the years of a firm for its age", () => {
    expect(conditionsOf("创办四年内的企业，奖励5万元。")).toContainEqual(leaf("registeredOn", "withinYears", 4));
    expect(conditionsOf("按一个年度内的实缴税款奖励5万元。")).toEqual([]);
  });
});

describe("steps", () => {
  it.each([
    "年营业收入首次不低于2亿元、6亿元的，分别奖励10万元、30万元。",
    "年营业收入首次跨上2亿元、6亿元台阶的，分别奖励10万元、30万元。",
    "首次实现年营业收入2亿元、6亿元的，分别奖励10万元、30万元。",
    "年营业收入首次至少2亿元、6亿元的，分别奖励10万元、30万元。",
  ])("asks in %s for the years before", (text) =>
    expect(conditionsOf(text)).toContainEqual({
      any: [
        { all: [leaf("annualRevenue", least, 2e8), leaf("annualRevenuePrevious", "lessThan", 2e8)] },
        { all: [leaf("annualRevenue", least, 6e8), leaf("annualRevenuePrevious", "lessThan", 6e8)] },
      ],
    }),
  );

  it.each(["通过CMMI三级、五级评估，奖励10万元、30万元。", "通过CMMI五级评估奖励30万元、三级10万元。"])(
    "pairs levels and sums in %s",
    (text) =>
      expect(amountOf(text)).toMatchObject({
        kind: "tiered",
        on: "cmmiLevel",
        tiers: [
          { from: 3, yuan: 100_000 },
          { from: 5, yuan: 300_000 },
        ],
      }),
  );
});

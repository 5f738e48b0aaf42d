import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { draftClauses, type DraftingContext } from "./draft-clauses";
import { indexFacts } from "./fact-index";

let context: DraftingContext;
beforeAll(() => {
  const { facts, synonyms, departments } = loadCatalogueFiles("rules");
  context = { index: indexFacts([...facts.values()], synonyms), departments };
});

const draft = (text: string) => draftClauses([{ part: "pasted", text }], context);
const amountOf = (text: string) =>
  draft(text).proposals.flatMap(({ what }) => (what.kind === "amount" ? [what.amount] : []))[0] ?? null;
const conditionsOf = (text: string) =>
  draft(text).proposals.flatMap(({ what }) => (what.kind === "condition" ? [what.condition] : []));

describe("amounts of clauses", () => {
  it("reads a share with a most", () => {
    const text = "对设备投资1000万元以上的技改项目，按设备投资额的15%给予补助，最高不超过800万元。";
    expect(amountOf(text)).toMatchObject({
      kind: "percent",
      base: "equipmentInvestment",
      percent: 15,
      capYuan: 8_000_000,
    });
  });

  it("reads a sum, a most and a range", () => {
    expect(amountOf("新认定的企业一次性奖励30万元。")).toMatchObject({ kind: "fixed", yuan: 300_000, upTo: false });
    expect(amountOf("最高给予五十万元奖励。")).toMatchObject({ kind: "fixed", yuan: 500_000, upTo: true });
    expect(amountOf("给予100至200万元资助。")).toMatchObject({
      kind: "fixed",
      yuan: 2_000_000,
      rangeYuan: [1_000_000, 2_000_000],
    });
  });

  it("reads a list of tiers with its list of sums, in whatever order", () => {
    expect(amountOf("年网络零售额达到2000万元、5000万元的，分别给予10万元、25万元奖励。")).toMatchObject({
      kind: "tiered",
      on: "onlineRetailSales",
      tiers: [
        { from: 20_000_000, yuan: 100_000 },
        { from: 50_000_000, yuan: 250_000 },
      ],
    });
    expect(amountOf("新评定的五星、四星级饭店，分别奖励60万元、40万元。")).toMatchObject({
      kind: "tiered",
      tiers: [
        { from: 4, yuan: 400_000 },
        { from: 5, yuan: 600_000 },
      ],
    });
  });

  it("reads sums for each and sums for each step", () => {
    expect(amountOf("每招用1名高校毕业生补贴2000元。")).toMatchObject({ kind: "perUnit", yuanPerUnit: 2000 });
    expect(amountOf("展览面积达2万平方米的补60万元，每增加2000平方米加5万元，最高300万元。")).toMatchObject({
      kind: "perStep",
      over: 20_000,
      step: 2000,
      baseYuan: 600_000,
      yuanPerStep: 50_000,
      capYuan: 3_000_000,
    });
  });

  it("takes a rate that is left out for none", () => {
    expect(amountOf("企业资产负债率不超过70%。")).toBeNull();
    expect(amountOf("申报单位应当提交年度审计报告。")).toBeNull();
  });
});

describe("conditions of clauses", () => {
  it("finds the fact that a figure is of", () => {
    expect(conditionsOf("上年度营业收入不低于3000万元、资产负债率不超过65%的企业，奖励10万元。")).toEqual(
      expect.arrayContaining([
        { fact: "annualRevenue", operator: "greaterThanInclusive", value: 30_000_000 },
        { fact: "debtRatio", operator: "lessThanInclusive", value: 65 },
      ]),
    );
  });

  it("finds titles with their level and list members", () => {
    expect(conditionsOf("新获评国家级绿色工厂的，奖励80万元。")).toContainEqual({
      fact: "greenFactoryLevel",
      operator: "equal",
      value: "national",
    });
    expect(conditionsOf("获得专精特新小巨人称号的企业，奖励60万元。")).toContainEqual({
      fact: "specializedNewLevel",
      operator: "equal",
      value: "littleGiant",
    });
  });

  it("takes what keeps out for what must not be", () => {
    expect(conditionsOf("列入失信被执行人名单的企业不予支持。")).toContainEqual({
      fact: "dishonestListed",
      operator: "equal",
      value: false,
    });
  });

  it("reads a year from the claim", () => {
    expect(conditionsOf("当年新认定的省级绿色工厂，奖励20万元。")).toContainEqual({
      fact: "greenFactoryYear",
      operator: "equal",
      value: { year: 0 },
    });
  });
});

describe("what a drafting is tied to", () => {
  const text =
    "总投资不低于5000万元的项目，按固定资产投资的8%补助，最高600万元；每亩税收不低于某某标准，优先支持12345件。";

  it("ties each proposal to words of the text, in order and none over another", () => {
    for (const { spans, id } of draft(text).proposals) {
      expect(spans.length, id).toBeGreaterThan(0);
      spans.forEach(({ start, end }, at) => {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (at > 0) expect(start).toBeGreaterThan((spans[at - 1] as { end: number }).end);
      });
    }
  });

  it("gives back the words of weight that it could not place", () => {
    const { unplaced, text: whole } = draft(text);
    expect(unplaced.map(({ words }) => words)).toEqual(expect.arrayContaining(["优先", "12345件"]));
    for (const { start, end, words } of unplaced) expect(whole.slice(start, end)).toBe(words);
  });

  it("gives the same for the same text, and nothing for none", () => {
    expect(draft(text)).toEqual(draft(text));
    expect(draft("")).toEqual({ text: "", proposals: [], unplaced: [] });
  });

  it("bears texts that are no clause", () => {
    for (const odd of [
      "，，，。。",
      "%%%",
      "第",
      "1".repeat(400),
      "亿".repeat(50),
      "每每每每",
      "<script>",
      "🙂万元",
      "\n\n",
    ])
      expect(() => draft(odd), odd).not.toThrow();
  });
});

it("the most of a second sum is no bound of the firm", () => {
  const text = "对小巨人企业奖励50万元；研发费用不低于200万元的，按研发投入的10%给予补助，最高不超过100万元。";
  expect(conditionsOf(text).filter((leaf) => "value" in leaf && leaf.value === 1_000_000)).toEqual([]);
});

describe("constructions of legal prose", () => {
  it("takes the strictness of the first step and of the years before from the words", () => {
    const [first] = conditionsOf("营业收入首次超过1亿元、5亿元的，分别奖励10万元、30万元。");
    expect(first).toMatchObject({
      any: [
        {
          all: [
            { fact: "annualRevenue", operator: "greaterThan", value: 100_000_000 },
            { fact: "annualRevenuePrevious", operator: "lessThanInclusive", value: 100_000_000 },
          ],
        },
        {},
      ],
    });
  });

  it("counts a relief from an income at the rate of the tax that the words state", () => {
    expect(amountOf("公共基础设施项目所得免征企业所得税。减免额按25%税率估。")).toMatchObject({
      base: "infraIncome",
      percent: 25,
    });
    expect(amountOf("公共基础设施项目所得减半征收企业所得税。减免额按25%税率估。")).toMatchObject({ percent: 12.5 });
  });

  it("takes a most from another sentence, but not one of several sums together", () => {
    expect(amountOf("按设备投资额10%补助。单个企业最高200万元。")).toMatchObject({ capYuan: 2_000_000 });
    expect(amountOf("按设备投资额10%补助。与技改补助相加最高200万元。")).toMatchObject({ capYuan: null });
  });

  it("turns a comparison round where the words keep out whom it names", () => {
    expect(conditionsOf("营业收入不足500万元的企业除外。")).toMatchObject([
      { fact: "annualRevenue", operator: "greaterThanInclusive", value: 5_000_000 },
    ]);
  });

  it("bounds a sum only by a most that stands before it", () => {
    expect(amountOf("员工不超过50人的小微企业给予5万元。")).toMatchObject({ kind: "fixed", yuan: 50_000, upTo: false });
  });

  it("asks a title for its last year where it must still be valid", () => {
    expect(conditionsOf("在有效期内的高新技术企业奖励10万元。")).toContainEqual({
      fact: "hiTechValidUntil",
      operator: "greaterThanInclusive",
      value: { year: 0 },
    });
  });
});

describe("prose of policies", () => {
  it("reads a step whose two ends are named as beginning at the lower one", () => {
    const wanted = [
      { from: 100_000_000, yuan: 100_000 },
      { from: 500_000_000, yuan: 300_000 },
    ];
    for (const text of [
      "营业收入达到1亿元以上不足5亿元的奖励10万元，5亿元以上的奖励30万元。",
      "营业收入达到1至5亿元、5亿元以上的，分别奖励10万元、30万元。",
      "营业收入达1/5亿元，分别奖10/30万元。",
    ])
      expect(amountOf(text), text).toMatchObject({ kind: "tiered", on: "annualRevenue", tiers: wanted });
  });

  it("takes a comparison for the firm's own figure, not for what is paid", () => {
    const text = "上年度纳税总额1000万元以上的企业，奖励100万元。";
    expect(amountOf(text)).toMatchObject({ kind: "fixed", yuan: 1_000_000 });
    expect(conditionsOf(text)).toContainEqual({ fact: "taxPaid", operator: "greaterThanInclusive", value: 10_000_000 });
  });

  it("reads another figure for whom brackets name", () => {
    expect(conditionsOf("上年裁员率不高于5.5%（30人以下的企业不高于20%）的，奖励5万元。")).toContainEqual({
      any: [
        {
          all: [
            { fact: "employees", operator: "greaterThan", value: 30 },
            { fact: "layoffRate", operator: "lessThanInclusive", value: 5.5 },
          ],
        },
        {
          all: [
            { fact: "employees", operator: "lessThanInclusive", value: 30 },
            { fact: "layoffRate", operator: "lessThanInclusive", value: 20 },
          ],
        },
      ],
    });
  });

  it("reads a figure that was never reached before as two conditions", () => {
    const found = conditionsOf("年营业收入首次达到1亿元的企业，奖励20万元。");
    expect(found).toContainEqual({ fact: "annualRevenue", operator: "greaterThanInclusive", value: 100_000_000 });
    expect(found).toContainEqual({ fact: "annualRevenuePrevious", operator: "lessThan", value: 100_000_000 });
  });

  it("keeps to one thing in a chain of bounds", () => {
    expect(conditionsOf("年营收不低于500万元且不超过4000万元的企业，奖励5万元。")).toContainEqual({
      fact: "annualRevenue",
      operator: "lessThanInclusive",
      value: 40_000_000,
    });
  });

  it.each<[string, string, string]>([
    ["成立于2022年1月1日之后的企业，奖励5万元。", "greaterThanInclusive", "2022-01-01"],
    ["注册登记时间不早于2021年1月1日的企业，奖励5万元。", "greaterThanInclusive", "2021-01-01"],
    ["2023年6月后注册的企业，奖励5万元。", "greaterThanInclusive", "2023-06-01"],
    ["2024年4月24日至12月31日登记注册的企业，奖励5万元。", "lessThanInclusive", "2024-12-31"],
  ])("reads a day of %s", (text, operator, value) =>
    expect(conditionsOf(text)).toContainEqual({ fact: "registeredOn", operator, value }),
  );

  it("leaves an end out of a range where the words do", () => {
    const found = conditionsOf("面积5000平方米（不含）至8000平方米（不含）的展览，补助10万元。");
    expect(found).toContainEqual({ fact: "expoArea", operator: "greaterThan", value: 5000 });
    expect(found).toContainEqual({ fact: "expoArea", operator: "lessThan", value: 8000 });
  });
});

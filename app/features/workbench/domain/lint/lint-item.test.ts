import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { display, fact, item as bilingual, smallCatalogue } from "~/features/policies/testing/small-catalogue";
import type { Finding } from "./finding";
import { lintCatalogue as lintWhole, lintItem as lintEach } from "./lint-item";
import { compareWithRecords, lintRecordsSchema } from "./lint-records";

const day = "2026-11-22";
/** English has tests of its own. */
const item = (parts: Partial<PolicyItem> = {}): PolicyItem => {
  const { english: _, ...chinese } = bilingual(parts);
  return chinese;
};

/** Words against figures have tests of their own, in `lint-losses.test.ts`. */
const withoutLosses = (findings: readonly Finding[]) =>
  findings.filter(({ code }) => code !== "thresholdLost" && code !== "thresholdUnsaid");
const lintItem = (...given: Parameters<typeof lintEach>) => withoutLosses(lintEach(...given));
const lintCatalogue = (...given: Parameters<typeof lintWhole>) => withoutLosses(lintWhole(...given));

const held = { authority: "统计" } as const;
const definitions = [
  ...smallCatalogue().facts.filter(({ name }) => name !== "employees"),
  fact({ name: "employees", type: "integer", min: 0, max: 1_000_000 }),
  fact({ name: "supplier", type: "string" }),
  fact({ name: "ratingYear", type: "year", min: 1949, max: 2100 }),
];
const registry = {
  facts: new Map(
    definitions.map((definition) => [
      definition.name,
      { ...definition, ...(definition.name === "landEfficiencyRating" ? {} : held) },
    ]),
  ),
  documentIdOf: () => "mas-demo",
  once: smallCatalogue().once,
  glossary: smallCatalogue().glossary,
  regions: new Map(smallCatalogue().regions.map((place) => [place.code, place])),
  departments: smallCatalogue().departments,
  departmentIdOf: () => "city-industry",
  zones: [],
};

const region: Condition = { fact: "region", operator: "startsWithAny", value: ["3405"] };
const employees = (
  operator: "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive",
  value: number,
): Condition => ({ fact: "employees", operator, value });
/** A sound item: its base is asked for by a condition. */
const base: Condition = { fact: "annualRevenue", operator: "greaterThan", value: 1000 };
const of = (parts: Partial<PolicyItem>) =>
  lintItem(item({ conditions: { all: [region, base] }, ...parts }), registry, day);
it("words that say once must be on the list that says how often", () => {
  const words = { summary: "新认定的企业一次性奖励。" };
  expect(told(of(words))).toEqual([]);
  expect(told(of({ ...words, id: "mas-demo-009" }))).toEqual(["onceUnlisted /summary"]);
});
it("a year that is written out must be explained; one counted from the claim needs no reason", () => {
  const rated = (value: number | { year: number }): Condition => ({ fact: "ratingYear", operator: "equal", value });
  expect(conditions(rated(2026))).toEqual(["literalYear /conditions/all/2"]);
  expect(conditions({ not: { fact: "ratingYear", operator: "in", value: [2025, 2026] } })).toEqual([
    "literalYear /conditions/all/2/not",
  ]);
  expect(conditions(rated({ year: -1 }))).toEqual([]);
});
it("a list that nobody keeps, and a note that says the rule is near enough, are doubts", () => {
  const onList = fact({
    name: "onList",
    type: "boolean",
    zh: "列入国家鼓励清单",
    question: "企业是否列入清单？",
    authority: null,
  });
  const listedItem = item({ conditions: { all: [region, base, { fact: "onList", operator: "equal", value: true }] } });
  const facts = new Map(registry.facts).set("onList", onList);
  const codes = (definitions: typeof facts, more: Partial<PolicyItem> = {}) =>
    lintItem({ ...listedItem, materials: ["清单通知"], ...more }, { ...registry, facts: definitions }, day).map(
      ({ code }) => code,
    );
  expect(codes(facts)).toEqual(["listUnheld"]);
  expect(codes(new Map(facts).set("onList", { ...onList, authority: "发改" }))).toEqual([]);
  expect(told(of({ notes: "行业口径按三份统计分类，此处用行业前缀近似。" }))).toEqual(["approximation /notes"]);
  expect(told(of({ notes: "申报截止以通知为准。" }))).toEqual([]);
});

const told = (findings: readonly Finding[]) => findings.map(({ code, path }) => `${code} ${path}`);
const conditions = (...all: Condition[]) => told(of({ conditions: { all: [region, base, ...all] } }));
const tiered = (tiers: { from: number; yuan: number }[], capYuan: number | null = null): Amount => ({
  kind: "tiered",
  on: "annualRevenue",
  tiers,
  capYuan,
  ...display,
});

describe("conditions", () => {
  it("finds nothing in a sound item", () => expect(of({})).toEqual([]));
  it("finds two that contradict, at the second one", () => {
    const [found] = of({
      conditions: { all: [region, base, employees("greaterThan", 500), employees("lessThan", 300)] },
    });
    expect(found).toMatchObject({ code: "contradiction", path: "/conditions/all/3", against: "/conditions/all/2" });
  });
  it("finds a contradiction of three none of which clash in pairs", () => {
    const grade = (values: string[]): Condition => ({ fact: "landEfficiencyRating", operator: "in", value: values });
    const found = conditions(
      { any: [grade(["A"]), employees("greaterThan", 9)] },
      { not: grade(["A"]) },
      employees("lessThan", 5),
    );
    expect(found).toContain("contradiction /conditions/all/4");
  });
  it("finds what hides behind not", () =>
    expect(conditions(employees("greaterThan", 9), { not: employees("greaterThan", 5) })).toEqual([
      "contradiction /conditions/all/3/not",
    ]));
  it("finds a repeated and a weaker condition", () => {
    expect(conditions(employees("greaterThan", 100), employees("greaterThanInclusive", 50))).toEqual([
      "redundant /conditions/all/3",
    ]);
    expect(conditions({ any: [employees("greaterThan", 100), employees("greaterThan", 200)] })).toEqual([
      "redundant /conditions/all/2/any/1",
    ]);
  });
  it("finds an alternative that can never be the one", () => {
    const impossible: Condition = { all: [employees("greaterThan", 9), employees("lessThan", 5)] };
    expect(conditions({ any: [impossible, { fact: "dishonestListed", operator: "equal", value: false }] })).toContain(
      "contradiction /conditions/all/2/any/0/all/1",
    );
  });
  it("finds a rule that holds for everybody", () => {
    const both: Condition = { any: [employees("lessThan", 100), employees("greaterThanInclusive", 100)] };
    expect(told(of({ conditions: both, amount: { kind: "fixed", yuan: 1, ...display } }))).toEqual([
      "alwaysTrue /conditions",
    ]);
  });
  it("finds thresholds that the range of a fact makes idle", () => {
    expect(conditions(employees("greaterThanInclusive", 0))).toEqual(["outsideRange /conditions/all/2"]);
    expect(conditions(employees("greaterThan", 1_000_000))).toEqual(["outsideRange /conditions/all/2"]);
    expect(conditions({ fact: "landEfficiencyRating", operator: "in", value: ["A", "B"] })).toContain(
      "conditionAlwaysHolds /conditions/all/2",
    );
  });
});

describe("amounts", () => {
  it("finds tiers that overlap, fall or lie above the cap", () => {
    expect(
      told(
        of({
          amount: tiered([
            { from: 5, yuan: 10 },
            { from: 5, yuan: 20 },
          ]),
        }),
      ),
    ).toEqual(["tiersOverlap /amount/tiers/1"]);
    expect(
      told(
        of({
          amount: tiered([
            { from: 5, yuan: 10 },
            { from: 9, yuan: 8 },
          ]),
        }),
      ),
    ).toEqual(["tiersFall /amount/tiers/1"]);
    expect(
      told(
        of({
          amount: tiered(
            [
              { from: 5, yuan: 10 },
              { from: 9, yuan: 30 },
            ],
            20,
          ),
        }),
      ),
    ).toEqual(["tierAboveCap /amount/tiers/1"]);
  });
  it("finds a tier below what a fact can be", () =>
    expect(told(of({ amount: tiered([{ from: -1, yuan: 10 }]) }))).toEqual(["outsideRange /amount/tiers/0"]));
  it("finds a base nobody is asked for", () => {
    const found = of({ amount: { kind: "perUnit", unit: "employees", yuanPerUnit: 10, capYuan: null, ...display } });
    expect(found).toMatchObject([{ code: "baseNotAsked", path: "/amount", fact: "employees" }]);
  });
  it("takes a fact of the case as asked by the form, but not where there is no form", () => {
    const facts = new Map(registry.facts).set(
      "cost",
      fact({ name: "cost", type: "yuan", scope: "case", authority: "税务" }),
    );
    const costly = item({
      conditions: { all: [region, base] },
      amount: { kind: "percent", base: "cost", percent: 5, capYuan: null, ...display },
    });
    expect(lintItem(costly, { ...registry, facts }, day)).toEqual([]);
    expect(told(lintItem({ ...costly, mode: "免申即享" }, { ...registry, facts }, day))).toEqual([
      "baseNotAsked /amount",
    ]);
  });
});

describe("evidence and competition", () => {
  const grade: Condition = { fact: "landEfficiencyRating", operator: "equal", value: "A" };
  it("finds a fact nobody can verify, unless a material can prove it", () => {
    expect(conditions(grade)).toEqual(["unverifiable /conditions/all/2"]);
    expect(of({ conditions: { all: [region, base, grade] }, materials: ["亩均评价结果"] })).toEqual([]);
  });
  it("finds one operator named in a condition, a material or a step", () => {
    expect(conditions({ fact: "supplier", operator: "equal", value: "示例甲" })).toEqual([
      "namesOperator /conditions/all/2",
    ]);
    expect(told(of({ materials: ["示例检测有限公司出具的报告"] }))).toEqual(["namesOperator /materials/0"]);
    expect(told(of({ steps: ["企业申报", "示例服务有限公司核验"] }))).toEqual(["namesOperator /steps/1"]);
  });
});

describe("between items", () => {
  const [one, two] = [
    item({ conditions: { all: [region, base] } }),
    item({ id: "mas-demo-002", title: "另一奖励", conditions: { all: [region, base, employees("greaterThan", 5)] } }),
  ];
  const among = (...items: PolicyItem[]) =>
    lintCatalogue(items, registry, day).map(({ code, itemId, path }) => `${code} ${itemId} ${path}`);
  it("finds twins by title and by rule", () => {
    expect(among(one, two)).toEqual([]);
    expect(among(one, { ...two, title: one.title })).toEqual(["twins mas-demo-002 /title"]);
    expect(among(one, { ...two, conditions: one.conditions })).toEqual(["twins mas-demo-002 /conditions"]);
  });
  it("finds groups and caps that form a ring", () => {
    const make = (id: string, group: string, cap: string) =>
      item({
        id,
        title: id,
        conditions: { all: [region, base, employees("greaterThan", id.length * 100 + id.charCodeAt(0))] },
        exclusiveGroup: group,
        amount: {
          kind: "percent",
          base: "annualRevenue",
          percent: 5,
          capYuan: null,
          ...display,
          sharedCap: { group: cap, yuan: 100 },
        },
      });
    expect(among(make("a", "g1", "c1"), make("b", "g1", "c1"), make("c", "g2", "c1"))).toEqual([]);
    expect(among(make("a", "g1", "c1"), make("b", "g2", "c1"), make("c", "g2", "c2"), make("d", "g1", "c2"))).toEqual([
      "exclusivityCycle d /exclusiveGroup",
    ]);
  });
  it("finds a quota group of one, and items of one group that disagree", () => {
    const quota = { count: 20, per: "year", order: "firstCome", group: "g" } as const;
    expect(among({ ...one, quota }, { ...two, quota })).toEqual([]);
    expect(among({ ...one, quota }, two)).toEqual([`quotaAlone ${one.id} /quota`]);
    expect(among({ ...one, quota }, { ...two, quota: { ...quota, count: 21 } })).toEqual([
      `sharersDisagree ${two.id} /quota`,
    ]);
  });
});

it("leaves nothing of the real catalogue unexplained", () => {
  const catalogue = loadCatalogueFiles("rules");
  const records = lintRecordsSchema.parse(JSON.parse(readFileSync("rules/lint-records.json", "utf8")));
  const { open, stale, recorded } = compareWithRecords(lintWhole(catalogue.items, catalogue, day), records);
  expect({ open, stale }).toEqual({ open: [], stale: [] });
  expect(recorded).toBeGreaterThan(100);
});

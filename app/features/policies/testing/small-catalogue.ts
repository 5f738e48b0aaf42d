import type { CatalogueParts } from "../domain/build-catalogue";
import { isBounded } from "../domain/fact-bounds";
import type { PolicyItem } from "../domain/policy-item";
import type { FactDefinition } from "../domain/fact-definition";

/** A fact with the least it needs; `parts` says what matters for the test. */
export function fact(parts: Pick<FactDefinition, "name" | "type"> & Partial<FactDefinition>): FactDefinition {
  const words = { zh: "甲", en: "A", question: "甲？", help: "见甲。", questionEn: "A?", helpEn: "See A." };
  const bounds = {
    min: parts.type === "date" || parts.type === "year" ? 1900 : -1e13,
    max: parts.type === "date" || parts.type === "year" ? 2100 : 1e13,
  };
  return {
    unit: null,
    values: null,
    ordered: false,
    group: "scale",
    scope: "enterprise",
    authority: null,
    ...(isBounded(parts) ? bounds : { min: null, max: null }),
    ...(parts.type === "date" ? { aheadYears: 1 } : {}),
    ...words,
    ...parts,
  };
}

/** A sound item of Ma'anshan: firms of the city with 100 or more employees receive 5 % of their revenue. */
export function item(parts: Partial<PolicyItem> = {}): PolicyItem {
  return {
    id: "mas-demo-001",
    document: {
      title: "示例政策",
      number: null,
      issuer: "马鞍山市",
      issuedOn: "2025-01-10",
      validFrom: "2025-01-10",
      validTo: "2026-12-31",
      validity: { known: "stated", basis: "文件载明期限。", checkedOn: "2026-11-29", sources: ["示例政策"] },
    },
    level: "city",
    region: "340500",
    department: "市经济和信息化局",
    coDepartments: [],
    title: "示例奖励",
    summary: "从业人员满100人的企业按营收5%奖励。",
    english: {
      title: "Sample reward",
      summary: "Firms with at least 100 employees receive 5% of their revenue.",
    },
    theme: "技术创新",
    support: "reward",
    mode: "申报审批",
    conditions: {
      all: [
        { fact: "region", operator: "startsWithAny", value: ["3405"] },
        { fact: "employees", operator: "greaterThanInclusive", value: 100 },
      ],
    },
    amount: { kind: "percent", base: "annualRevenue", percent: 5, capYuan: 500_000, ...display },
    exclusiveGroup: null,
    topUp: false,
    costSharing: null,
    multiplier: null,
    window: null,
    processingDays: null,
    materials: [],
    steps: ["企业申报", "县区初审", "部门审核", "公示", "资金拨付"],
    source: { title: "示例政策", quality: "official", url: null },
    inferred: [],
    notes: null,
    ...parts,
  };
}

/** The keys of an amount that are only shown. */
export const display = {
  upTo: false,
  atLeast: false,
  effect: "payment",
  period: null,
  maxYears: null,
  instalments: null,
  rangeYuan: null,
  sharedCap: null,
} as const;

const stages = { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 };

/** A small catalogue without a fault. */
export function smallCatalogue(items: readonly PolicyItem[] = [item()]): CatalogueParts {
  return {
    documents: [{ id: "mas-demo", items }],
    facts: [
      fact({ name: "region", type: "code" }),
      fact({ name: "industry", type: "code" }),
      fact({ name: "employees", type: "integer", min: 0, max: 1_000_000 }),
      fact({ name: "annualRevenue", type: "yuan", min: 0 }),
      fact({ name: "dishonestListed", type: "boolean" }),
      fact({ name: "establishedOn", type: "date" }),
      fact({ name: "park", type: "string" }),
      fact({
        name: "landEfficiencyRating",
        type: "enum",
        values: ["A", "B"].map((value) => ({ value, zh: value, en: value })),
      }),
    ],
    groups: [{ key: "scale", zh: "规模", en: "Scale" }],
    departments: [
      {
        id: "city-industry",
        level: "city",
        zh: "市经济和信息化局",
        en: "City Industry",
        authority: null,
        names: ["市经济和信息化局"],
      },
      { id: "city-finance", level: "city", zh: "市财政局", en: "City Finance", authority: null, names: ["市财政局"] },
      {
        id: "province-finance",
        level: "province",
        zh: "省财政厅",
        en: "Province Finance",
        authority: null,
        names: ["省财政厅", "市财政局"],
      },
    ],
    regions: [
      { code: "000000", zh: "全国", en: "China", level: "national", parent: null },
      { code: "340000", zh: "安徽省", en: "Anhui", level: "province", parent: "000000" },
      { code: "340500", zh: "马鞍山市", en: "Ma'anshan", level: "city", parent: "340000" },
    ],
    zones: [{ code: "340500401", zh: "示例开发区", en: "Demo Zone", region: "340500", park: "示例开发区" }],
    themes: [{ zh: "技术创新", en: "Innovation" }],
    industries: [
      { code: "C", name: "制造业", en: "Manufacturing", parent: null },
      { code: "C13", name: "农副食品加工业", en: null, parent: "C" },
    ],
    redemption: {
      $schema: "schema/redemption.schema.json",
      stageWorkingDays: stages,
      modes: {
        免申即享: { promisedWorkingDays: 5, publicityWorkingDays: 3 },
        快申快享: { promisedWorkingDays: 3, publicityWorkingDays: 3 },
        申报审批: { promisedWorkingDays: 60, publicityWorkingDays: 5 },
      },
      fastTrackWorkingDays: { leadReview: 1, leadApproval: 1, payment: 1 },
      correctionClock: "pause",
      overrides: [],
    },
    exclusiveGroups: {},
    demoPhones: [],
    glossary: { terms: [], conditionWords: [], units: [] },
    synonyms: { words: [], facts: {}, values: {}, industries: {} },
    once: Object.fromEntries(items.map(({ id }) => [id, { once: "year" as const, because: "按年度。" }])),
  };
}

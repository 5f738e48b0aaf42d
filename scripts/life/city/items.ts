import type { RawDocument, RawItem } from "./rules-folder";

const industry = "市经济和信息化局";
const science = "市科学技术局";
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const atLeast = (fact: string, least: number) => leaf(fact, "greaterThanInclusive", least);
const display = {
  upTo: false,
  atLeast: false,
  effect: "payment",
  period: null,
  maxYears: null,
  instalments: null,
  rangeYuan: null,
  sharedCap: null,
};
const fixed = (yuan: number) => ({ kind: "fixed", yuan, ...display });
const share = (base: string, percent: number, capYuan: number | null, more = {}) => ({
  kind: "percent",
  base,
  percent,
  capYuan,
  ...display,
  ...more,
});
const cap = { sharedCap: { group: "life-cap-year", yuan: 60_000 } };
const steps = ["企业网上申报", "部门审核", "公示", "资金拨付"];

type Own = Pick<RawItem, "id" | "amount"> &
  Record<string, unknown> & { once: Record<string, unknown>; needs: object[] };

/** Items of all kinds: once ever, once a year, once a project, rivals, top-ups, steps, shared caps, a window, a list. */
const own: readonly Own[] = [
  {
    id: "life-first",
    title: "示范首次上平台奖励",
    summary: "首次建设平台的企业，一次性奖励3万元。",
    english: {
      title: "Demonstration award for a first platform",
      summary: "Firms that build a platform for the first time receive a one-off award of CNY 30,000.",
    },
    needs: [atLeast("platformInvestment", 1_000_000)],
    amount: fixed(30_000),
    once: { once: "ever" },
  },
  {
    id: "life-year",
    title: "示范维权费用支持",
    summary: "每年按维权费用的20%支持，最高2万元。",
    english: {
      title: "Demonstration support for the costs of defending rights",
      summary: "Every year 20% of the costs of defending rights is supported, up to CNY 20,000.",
    },
    mode: "快申快享",
    materials: [],
    needs: [atLeast("domesticIpLitigationCost", 1)],
    amount: share("domesticIpLitigationCost", 20, 20_000),
    once: { once: "year" },
  },
  {
    id: "life-deed",
    title: "示范平台建设补助",
    summary: "每个项目按平台投入的5%补助，最高100万元。",
    english: {
      title: "Demonstration subsidy for building a platform",
      summary: "Every project receives a subsidy of 5% of the investment in a platform, up to CNY 1 million.",
    },
    coDepartments: [science],
    steps: ["企业网上申报", "县区初审", "现场核查", ...steps.slice(1)],
    needs: [atLeast("platformInvestment", 1_000_000)],
    amount: share("platformInvestment", 5, 1_000_000),
    once: { once: "project" },
  },
  {
    id: "life-rival-a",
    title: "示范设备补助",
    summary: "按设备投入的10%补助，最高50万元，与投资奖励就高不重复。",
    english: {
      title: "Demonstration subsidy for equipment",
      summary:
        "Subsidy of 10% of the investment in equipment, up to CNY 500,000; of this and the investment award only the higher is given.",
    },
    coDepartments: [science, "市发展和改革委员会"],
    needs: [atLeast("techRenovationEquipment", 1_000_000)],
    amount: share("techRenovationEquipment", 10, 500_000),
    exclusiveGroup: "life-rival",
    once: { once: "year" },
  },
  {
    id: "life-rival-b",
    title: "示范投资奖励",
    summary: "固定资产投资满100万元奖励8万元，与设备补助就高不重复。",
    english: {
      title: "Demonstration investment award",
      summary:
        "Award of CNY 80,000 for fixed-asset investment of at least CNY 1 million; of this and the subsidy for equipment only the higher is given.",
    },
    needs: [atLeast("fixedAssetInvestment", 1_000_000)],
    amount: fixed(80_000),
    exclusiveGroup: "life-rival",
    once: { once: "year" },
  },
  {
    id: "life-top-a",
    title: "示范平台一档奖励",
    summary: "平台投入满100万元，奖励10万元。",
    english: {
      title: "Demonstration platform award, first level",
      summary: "Investment in a platform of at least CNY 1 million receives an award of CNY 100,000.",
    },
    needs: [atLeast("platformInvestment", 1_000_000)],
    amount: fixed(100_000),
    exclusiveGroup: "life-top",
    topUp: true,
    once: { once: "ever" },
  },
  {
    id: "life-top-b",
    title: "示范平台二档奖励",
    summary: "平台投入满500万元，奖励25万元，已享受一档的补差。",
    english: {
      title: "Demonstration platform award, second level",
      summary:
        "Investment in a platform of at least CNY 5 million receives an award of CNY 250,000; who had the first level receives the difference.",
    },
    needs: [atLeast("platformInvestment", 5_000_000)],
    amount: fixed(250_000),
    exclusiveGroup: "life-top",
    topUp: true,
    once: { once: "ever" },
  },
  {
    id: "life-step",
    title: "示范产量晋档奖励",
    summary: "设备投入首次达到100万元、300万元、600万元，分别奖励2万元、5万元、12万元，晋档补差。",
    english: {
      title: "Demonstration award for rising output",
      summary:
        "Investment in equipment that reaches CNY 1 million, CNY 3 million or CNY 6 million for the first time receives CNY 20,000, CNY 50,000 or CNY 120,000; who rises receives the difference.",
    },
    needs: [atLeast("techRenovationEquipment", 1_000_000)],
    amount: {
      kind: "tiered",
      on: "techRenovationEquipment",
      tiers: [
        { from: 1_000_000, yuan: 20_000 },
        { from: 3_000_000, yuan: 50_000 },
        { from: 6_000_000, yuan: 120_000 },
      ],
      capYuan: null,
      ...display,
    },
    exclusiveGroup: "life-step",
    topUp: true,
    once: { once: "ever", step: true },
  },
  {
    id: "life-works-a",
    title: "示范厂房改造补助",
    summary: "每个项目按投资的2%补助，与绿色改造补助择高补差。",
    english: {
      title: "Demonstration subsidy for converting a plant",
      summary:
        "Every project receives a subsidy of 2% of the investment; of this and the subsidy for a green conversion the higher is given, less what was had.",
    },
    needs: [atLeast("fixedAssetInvestment", 1)],
    amount: share("fixedAssetInvestment", 2, 200_000),
    exclusiveGroup: "life-works",
    topUp: true,
    once: { once: "project" },
  },
  {
    id: "life-works-b",
    title: "示范绿色改造补助",
    summary: "每个项目按投资的3%补助，与厂房改造补助择高补差。",
    english: {
      title: "Demonstration subsidy for a green conversion",
      summary:
        "Every project receives a subsidy of 3% of the investment; of this and the subsidy for converting a plant the higher is given, less what was had.",
    },
    needs: [atLeast("fixedAssetInvestment", 1)],
    amount: share("fixedAssetInvestment", 3, 300_000),
    exclusiveGroup: "life-works",
    topUp: true,
    once: { once: "project" },
  },
  {
    id: "life-cap-a",
    title: "示范维权补贴",
    summary: "每个案件按费用的30%补贴，与投资补贴合计每年最高6万元。",
    english: {
      title: "Demonstration allowance for defending rights",
      summary:
        "Every case receives an allowance of 30% of its costs; together with the investment allowance up to CNY 60,000 a year.",
    },
    needs: [atLeast("domesticIpLitigationCost", 1)],
    amount: share("domesticIpLitigationCost", 30, null, cap),
    once: { once: "asEarned" },
  },
  {
    id: "life-cap-b",
    title: "示范投资补贴",
    summary: "每个项目按投资的1%补贴，与维权补贴合计每年最高6万元。",
    english: {
      title: "Demonstration investment allowance",
      summary:
        "Every project receives an allowance of 1% of the investment; together with the allowance for defending rights up to CNY 60,000 a year.",
    },
    needs: [atLeast("fixedAssetInvestment", 1)],
    amount: share("fixedAssetInvestment", 1, null, cap),
    once: { once: "asEarned" },
  },
  {
    id: "life-window",
    title: "示范春秋奖励",
    summary: "每年三月至十月申报，奖励1.2万元。",
    english: {
      title: "Demonstration award from spring to autumn",
      summary: "Applied for from March to October of each year; the award is CNY 12,000.",
    },
    window: { opens: "03-01", closes: "10-31" },
    needs: [atLeast("fixedAssetInvestment", 1)],
    amount: fixed(12_000),
    once: { once: "year" },
  },
  {
    id: "life-free",
    title: "示范稳岗补助",
    summary: "上年平均从业人数满50人的企业，每年补助5千元，免申即享。",
    english: {
      title: "Demonstration subsidy for steady employment",
      summary:
        "Firms with at least 50 employees on average in the last year receive a subsidy of CNY 5,000 a year without applying.",
    },
    mode: "免申即享",
    materials: [],
    steps: ["部门比对", "公示", "企业确认", "资金拨付"],
    needs: [atLeast("employees", 50)],
    amount: fixed(5_000),
    once: { once: "year" },
  },
];

/** What the groups of the city exclude. */
export const ownGroups = {
  "life-rival": { per: "year", because: "虚构事项" },
  "life-top": { per: "firm", because: "虚构事项" },
  "life-step": { per: "firm", because: "虚构事项" },
  "life-works": { per: "deed", because: "虚构事项" },
};
/** How often each item of the city is had, as `once.json` says it. */
export const ownOnce = Object.fromEntries(own.map(({ id, once }) => [id, { ...once, because: "虚构事项" }]));

/** The document of the city, made up, with all its items. */
export function ownDocument(): RawDocument {
  return {
    $schema: "../schema/document.schema.json",
    id: "life-city",
    document: {
      title: "示范城市惠企政策",
      number: null,
      issuer: "马鞍山市",
      issuedOn: null,
      validFrom: null,
      validTo: null,
      validity: {
        known: "stated",
        basis: "虚构文件，只用于检验。",
        checkedOn: "2026-01-01",
        sources: [],
      },
    },
    items: own.map(({ needs, once: _, ...more }) => ({
      level: "city",
      region: "340500",
      department: industry,
      coDepartments: [],
      theme: "技改数转",
      support: "subsidy",
      mode: "申报审批",
      conditions: { all: [leaf("region", "startsWithAny", ["3405"]), ...needs] },
      exclusiveGroup: null,
      topUp: false,
      costSharing: null,
      multiplier: null,
      window: null,
      processingDays: null,
      materials: ["申报材料"],
      steps,
      source: { title: "示范城市惠企政策", quality: "agent", url: null },
      inferred: ["steps"],
      notes: "虚构事项，只用于检验。",
      ...more,
    })),
  };
}

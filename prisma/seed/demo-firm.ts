import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { sizeClass } from "~/features/enterprises/domain/size-class";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import type { RandomSource } from "./random-source";

export type DemoFirm = {
  creditCode: string;
  name: string;
  legalForm: string;
  regionCode: string;
  park: string | null;
  industryCode: string;
  registeredOn: string;
  size: string | null;
  facts: { fact: string; year: number; value: FactValue }[];
};

const counties = ["340503", "340504", "340506", "340521", "340522", "340523"];
const parks: Record<string, string> = {
  "340503": "慈湖高新区",
  "340504": "马鞍山经济技术开发区",
  "340506": "博望高新区",
  "340521": "当涂经济开发区",
  "340522": "含山经济开发区",
  "340523": "和县经济开发区",
};

const trades: readonly [code: string, word: string][] = [
  ["C3421", "精密机床"],
  ["C3130", "特钢"],
  ["C3670", "汽车零部件"],
  ["C3829", "电气装备"],
  ["C2641", "新材料"],
  ["C1392", "食品"],
  ["C2770", "医疗器材"],
  ["C3940", "电子器件"],
  ["I6513", "软件"],
  ["I6432", "互联网平台"],
  ["M7320", "技术研究"],
  ["G5431", "物流"],
  ["F5211", "商贸"],
  ["H6110", "酒店"],
  ["A0141", "蔬菜种植"],
  ["E4710", "建筑"],
  ["R9030", "文化旅游"],
  ["N7723", "环保"],
];
const numerals = "零一二三四五六七八九";

/** A plainly fictitious firm with plausible figures of some years, the latest last, and its sales of the year before: 「示例一二号特钢有限公司」. */
export function demoFirm(index: number, random: RandomSource, years: Years): DemoFirm {
  const regionCode = index === 0 ? "340503" : random.pick(counties);
  const [industryCode, word] = index === 0 ? (["C3421", "精密机床"] as const) : random.pick(trades);
  const figures = index === 0 ? { employees: 260, revenue: 186_000_000 } : plausible(random);
  const size = sizeClass(industryCode, {
    employees: figures.employees,
    revenueYuan: figures.revenue,
    assetsYuan: figures.revenue * 1.2,
  });
  return {
    creditCode: makeCreditCode(regionCode, 34_050_000 + index),
    name: `示例${spell(index + 1)}号${word}有限公司`,
    legalForm: random.chance(0.12) ? "jointStock" : "company",
    regionCode,
    park: random.chance(0.45) ? (parks[regionCode] ?? null) : null,
    industryCode,
    registeredOn: `${random.whole(1998, years[0])}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    size: size.kind === "classified" ? size.size : null,
    facts: index === 0 ? flagship(figures, years) : factsOf(industryCode, figures, { random, years }),
  };
}

type Years = readonly [number, ...number[]];
type FirmFigures = { employees: number; revenue: number };

function plausible(random: RandomSource): FirmFigures {
  const employees = Math.round(8 * Math.exp(random.next() * 4.6));
  return { employees, revenue: Math.round(employees * random.whole(250, 1200)) * 1000 };
}

/**
 * Figures of each year, those of the latest as given, and the sales of the year before the first. Sales grow each year
 * by the same part.
 */
function yearly(figures: FirmFigures, growth: number, years: Years): DemoFirm["facts"] {
  const latest = Math.max(...years);
  const revenueOf = (year: number) =>
    year === latest ? figures.revenue : Math.round(figures.revenue / (1 + growth) ** (latest - year) / 1000) * 1000;
  return [
    { fact: "annualRevenue", year: years[0] - 1, value: revenueOf(years[0] - 1) },
    ...years.flatMap((year) => figuresOf({ employees: figures.employees, revenue: revenueOf(year) }, year)),
  ];
}

function figuresOf({ employees, revenue }: FirmFigures, year: number): DemoFirm["facts"] {
  return [
    { fact: "employees", year, value: employees },
    { fact: "insuredEmployees", year, value: Math.round(employees * 0.94) },
    { fact: "annualRevenue", year, value: revenue },
    { fact: "totalAssets", year, value: Math.round(revenue * 1.2) },
    { fact: "taxPaid", year, value: Math.round(revenue * 0.035) },
  ];
}

/** The firm of the demo accounts: a machine-tool maker that has renewed its equipment. */
function flagship(figures: FirmFigures, years: Years): DemoFirm["facts"] {
  const enduring: Record<string, FactValue> = {
    independentLegalEntity: true,
    ownership: "private",
    aboveScale: true,
    dishonestListed: false,
    energyOutputGrade: "II",
    landEfficiencyScope: "rated",
    landEfficiencyRating: "A",
    specializedNewLevel: "provincial",
  };
  return [
    ...yearly(figures, 0.14, years),
    ...years.map((year, index) => ({
      fact: "rdExpense",
      year,
      value: 9_300_000 - 800_000 * (years.length - 1 - index),
    })),
    ...Object.entries(enduring).map(([fact, value]) => ({ fact, year: 0, value })),
  ];
}

function factsOf(
  industryCode: string,
  figures: FirmFigures,
  { random, years }: { random: RandomSource; years: Years },
): DemoFirm["facts"] {
  const maker = industryCode.startsWith("C");
  const enduring: [fact: string, value: FactValue, known: number][] = [
    ["independentLegalEntity", true, 0.9],
    ["ownership", random.chance(0.85) ? "private" : "state", 0.8],
    ["aboveScale", figures.revenue >= 20_000_000, 0.8],
    ["dishonestListed", random.chance(0.03), 0.85],
    [
      "specializedNewLevel",
      random.pick(["none", "none", "none", "provincial", "provincial", "littleGiant"]),
      maker ? 0.7 : 0.2,
    ],
    ["energyOutputGrade", random.pick(["I", "II", "III", "IV"]), maker ? 0.6 : 0],
    ["landEfficiencyScope", "rated", maker ? 0.6 : 0],
    ["landEfficiencyRating", random.pick(["A", "B", "B", "C", "D"]), maker ? 0.6 : 0],
  ];
  const known = enduring
    .filter(([, , probability]) => random.chance(probability))
    .map(([fact, value]) => ({ fact, year: 0, value }));
  const research = random.chance(0.6)
    ? years.map((year) => ({
        fact: "rdExpense",
        year,
        value: Math.round((figures.revenue * random.whole(5, 70)) / 1000),
      }))
    : [];
  return [...yearly(figures, random.whole(-15, 40) / 100, years), ...research, ...known];
}

function spell(number: number): string {
  return [...String(number)].map((digit) => numerals[Number(digit)]).join("");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

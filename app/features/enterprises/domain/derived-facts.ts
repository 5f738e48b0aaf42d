import { isPublished } from "~/features/policies/domain/published";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { sizeClass } from "./size-class";

/** A fact that follows from others, with how. */
export type Derived = { value: FactValue; how: { zh: string; en: string }; from: readonly string[] };

/** Facts the platform works out itself; they are never asked. */
const derivedNames = ["size", "rdRatio", "revenueGrowth"] as const;

/** Whether the platform finds a fact out by itself: it works it out, or looks it up where it is published. */
export function isFoundOut(definition: Pick<FactDefinition, "name" | "published">): boolean {
  return isPublished(definition) || (derivedNames as readonly string[]).includes(definition.name);
}

/** Size class by the 2017 table, share of research in revenue, growth of revenue; each only where its figures are known. */
export function deriveFacts(facts: Facts): Record<string, Derived> {
  const derived = { size: size(facts), rdRatio: rdRatio(facts), revenueGrowth: revenueGrowth(facts) };
  return Object.fromEntries(Object.entries(derived).filter((entry): entry is [string, Derived] => entry[1] !== null));
}

const metrics = { employees: "employees", revenue: "annualRevenue", assets: "totalAssets" } as const;
const inputs: Readonly<Record<string, readonly string[]>> = {
  rdRatio: ["rdExpense", "annualRevenue"],
  revenueGrowth: ["annualRevenue", "annualRevenuePrevious"],
};

/** The facts that a fact is worked out from; none for one that is stated. */
export function derivedFrom(fact: string): readonly string[] {
  return fact === "size" ? Object.values(metrics) : (inputs[fact] ?? []);
}

/** What to ask so that a fact becomes known: a derived one by the figures it still lacks, any other by itself. */
export function askedFor(fact: string, facts: Facts): readonly string[] {
  const lacking =
    fact === "size" ? sizeInputs(facts) : (inputs[fact] ?? []).filter((name) => facts[name] === undefined);
  return lacking.length > 0 ? lacking : [fact];
}

function sizeInputs(facts: Facts): readonly string[] {
  const result = classify(facts);
  return result?.kind === "missing" ? result.metrics.map((metric) => metrics[metric]) : [];
}

const sizes = { large: "大型", medium: "中型", small: "小型", micro: "微型" };

function classify(facts: Facts) {
  const industry = facts["industry"];
  if (typeof industry !== "string") return null;
  return sizeClass(industry, {
    employees: figure(facts, "employees"),
    revenueYuan: figure(facts, "annualRevenue"),
    assetsYuan: figure(facts, "totalAssets"),
  });
}

function size(facts: Facts): Derived | null {
  const result = classify(facts);
  if (result?.kind !== "classified") return null;
  return {
    value: result.size,
    how: {
      zh: `按2017年划型标准“${result.industry}”一行，以从业人数、营业收入或资产总额中最低的一级为准：${sizes[result.size]}`,
      en: "By the 2017 size table for this industry; the lowest of employees, revenue and assets decides",
    },
    from: ["industry", "employees", "annualRevenue", "totalAssets"],
  };
}

function rdRatio(facts: Facts): Derived | null {
  const expense = figure(facts, "rdExpense");
  const revenue = figure(facts, "annualRevenue");
  if (expense === undefined || !revenue) return null;
  return {
    value: percent(expense, revenue),
    how: { zh: "研发费用 ÷ 营业收入 × 100", en: "R&D expense ÷ revenue × 100" },
    from: ["rdExpense", "annualRevenue"],
  };
}

function revenueGrowth(facts: Facts): Derived | null {
  const now = figure(facts, "annualRevenue");
  const before = figure(facts, "annualRevenuePrevious");
  if (now === undefined || !before) return null;
  return {
    value: percent(now - before, before),
    how: {
      zh: "（营业收入 − 前一年度营业收入）÷ 前一年度营业收入 × 100",
      en: "(revenue − previous revenue) ÷ previous revenue × 100",
    },
    from: ["annualRevenue", "annualRevenuePrevious"],
  };
}

/** Percent to twelve significant digits, so that 6 of 100 is 6 and nothing is rounded over a threshold. */
function percent(part: number, whole: number): number {
  return Number(((part / whole) * 100).toPrecision(12));
}

function figure(facts: Facts, fact: string): number | undefined {
  const value = facts[fact];
  return typeof value === "number" ? value : undefined;
}

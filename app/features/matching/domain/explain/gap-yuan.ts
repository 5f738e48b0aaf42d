import type { Facts } from "~/features/policies/domain/fact-definition";
import { gapInWords } from "~/features/policies/domain/condition-words";
import { groupedNumber } from "~/features/policies/domain/number-words";
import type { Gap } from "~/features/policies/domain/gap";
import type { Language } from "~/features/policies/domain/value-words";

/** What each ratio is a share of, as the registry's help defines it; growth is a share of the year before. */
const bases: Readonly<Record<string, string>> = {
  rdRatio: "annualRevenue",
  softwareRevenueRatio: "annualRevenue",
  machineToolRevenueRatio: "annualRevenue",
  westernEncouragedRatio: "annualRevenue",
  debtRatio: "totalAssets",
  revenueGrowth: "annualRevenuePrevious",
  importExportGrowth: "importExportValuePrevious",
};

/** The fact a ratio is a share of; null where the registry names none. */
export function baseOfRatio(fact: string): string | null {
  return bases[fact] ?? null;
}

/** What percentage points missing in a ratio mean in yuan at the firm's present base; null where the base is unknown or there is none. */
export function yuanOfGap(gap: Gap, fact: string, facts: Facts): number | null {
  const base = facts[bases[fact] ?? ""];
  if (gap.unit !== "百分点" || gap.amount === 0 || typeof base !== "number" || base <= 0) return null;
  return Math.ceil(Number(((gap.amount / 100) * base).toFixed(4)));
}

/** About so many yuan, rounded up so that the sum suffices: 「约 41 万元」, `about CNY 410,000`. */
export function aboutYuan(yuan: number, language: Language): string {
  const unit = yuan >= 1e8 ? 1e6 : yuan >= 1e4 ? 1e4 : 1;
  const rounded = Math.ceil(yuan / unit) * unit;
  if (language === "en") return `about CNY ${groupedNumber(rounded)}`;
  if (unit === 1e6) return `约 ${groupedNumber(rounded / 1e8)} 亿元`;
  return unit === 1e4 ? `约 ${groupedNumber(rounded / 1e4)} 万元` : `约 ${groupedNumber(rounded)} 元`;
}

/** A gap in words with what it means in yuan, where that can be told: 「还差 0.9 个百分点（约 41 万元）」. */
export function gapWithYuan(gap: Gap, fact: string, facts: Facts, language: Language): string {
  const words = gapInWords(gap, language);
  const yuan = yuanOfGap(gap, fact, facts);
  if (yuan === null) return words;
  return language === "zh" ? `${words}（${aboutYuan(yuan, language)}）` : `${words} (${aboutYuan(yuan, language)})`;
}

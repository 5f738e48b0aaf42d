import { isPublished } from "~/features/policies/domain/published";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { epochDay, isPlainDate, yearOf, type PlainDate } from "~/kernel/plain-date";

/** Who brings a change about: an answer not given yet, the firm (invest, hire, apply for a title), time alone, or nobody. */
export type Changeability = "answer" | "changeable" | "time" | "fixed";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What a firm is, where it stands, what it once was or once received. */
export const fixedFacts = words(
  "region industry legalForm ownership size registeredOn relocatedOn convertedFromIndividual fortune500Parent relocatedFromOutside laborDispatch " +
    "inCovidRiskCounty2022 annualRevenuePrevious retailSalesPreviousBest revenueGrowthPrevious exportValueUsdPrevious expoAreaPrevious " +
    "importExportValuePrevious onlineRetailSalesPreviousBest aboveScaleFirstYear cityPolicyTaken districtHiTechAwardTaken levyRefundTaken " +
    "loanOtherCentralSubsidy otherCentralBudgetFunded otherCityFunding trucksOtherCentralFunds",
);

/** Spans that only grow. */
export const growingFacts = words(
  "yearsSinceSettled yearsAboveScale yearsWithoutLoss aiPlatformYears hiTechCertificateYears techSmeRegisteredYears contractFarmYears " +
    "elderOperatingYears makerSpaceYear startupBaseTenantYear incubatorYears busAgeYears shipAgeYears icOperatingYears profitYear incentiveYear " +
    "listingReserveMonths hireInsuranceMonths unemploymentInsuranceMonths",
);

/** Stains that only time removes. */
export const fadingFacts = words("majorSafetyAccident environmentalPenalty vatFraud36m taxEvasionPenalties36m");

/** Quantities of which less is better, or of which a firm may choose less. Nobody counsels a firm to shrink in any other. */
export const reducibleFacts = words(
  "layoffRate debtRatio premiumRate icLineWidthNm revenueRankProvince vehiclePurchaseCost startupLoanAmount patentPledgeLoan",
);

/**
 * Who can bring a fact from the firm's value to another; what concerns some kinds of firms alone is what a firm is.
 * `isSpan`: the policy asks how long ago the date was.
 */
export function changeabilityOf(
  definition: FactDefinition,
  from: FactValue | null,
  to: FactValue,
  today: PlainDate,
  isSpan: boolean,
): Changeability {
  if (from === null) return "answer";
  const { name } = definition;
  if (isSpan) return to < from ? "time" : "fixed"; // the date stays, its age grows
  if (fadingFacts.has(name)) return "time";
  if (fixedFacts.has(name) || definition.concerns || isPublished(definition) || isPast(definition, to, today))
    return "fixed";
  if (!growingFacts.has(name)) return isLoss(name, from, to) ? "fixed" : "changeable";
  return to < from ? "fixed" : "time";
}

function isLoss(name: string, from: FactValue, to: FactValue): boolean {
  return typeof from === "number" && typeof to === "number" && to < from && !reducibleFacts.has(name);
}

function isPast(definition: FactDefinition, to: FactValue, today: PlainDate): boolean {
  if (definition.type === "year") return typeof to === "number" && to < yearOf(today);
  return definition.type === "date" && typeof to === "string" && isPlainDate(to) && epochDay(to) < epochDay(today);
}

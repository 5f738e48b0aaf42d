import type { Translation } from "~/i18n/translation";
import type { terms as zh } from "./terms.zh";

export const terms: Translation<typeof zh> = {
  quota: {
    legend: "Places and pool",
    hint: "Ranked or drawn cases are decided together once claims have closed, and until then the sum is shown as a ceiling; first come is decided in turn.",
    use: "Places or money are limited",
    order: "Who comes first",
    orders: { ranking: "the best ranked", lot: "whoever is drawn", firstCome: "first come" },
    count: "Places",
    countHint: "Empty: any number",
    pool: "Pool",
    per: "Span",
    spans: { year: "each year", round: "each round", ever: "in all" },
    proRata: "Divided in proportion where the pool is too small",
  },
  claims: {
    legend: "Claims and the year rewarded",
    use: "The year rewarded is claimed at another time",
    kind: "Claims",
    yearly: "Every year, counted from the year rewarded",
    single: "A single round, by dates",
    claimFrom: "Claims open",
    claimTo: "Claims close",
    claimFromYear: "Open in year",
    claimToYear: "Close in year",
    yearHint: "Years after the one rewarded: 0 the same, 1 the next",
    dayHint: "MM-DD, such as 03-01; 02-29 is the end of February",
    rewardedYear: "Year rewarded",
    rewardedYearHint: "Empty: the year in which claims open",
  },
  payee: {
    legend: "Who is paid",
    use: "The money isn't paid to the firm that applies",
    zh: "Paid to (Chinese)",
    zhHint: "For example 园区运营单位",
    en: "Paid to (English)",
    enHint: "For example the operator of the park",
  },
};

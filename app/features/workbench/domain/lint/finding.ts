/** What a lint can find; words for each stand in `finding-words.ts`. */
export const findingCodes = [
  "unsatisfiable",
  "contradiction",
  "alwaysTrue",
  "conditionNeverHolds",
  "conditionAlwaysHolds",
  "redundant",
  "outsideRange",
  "tiersOverlap",
  "tiersFall",
  "tierAboveCap",
  "baseNotAsked",
  "twins",
  "exclusivityCycle",
  "unverifiable",
  "namesOperator",
  "onceUnlisted",
  "literalYear",
  "approximation",
  "listUnheld",
  "titleOfYear",
  "quotaAsSum",
  "capLost",
  "halfWidth",
  "quotaLost",
  "quotaAlone",
  "sharersDisagree",
  "instalmentsLost",
  "sumInWords",
  "thresholdLost",
  "thresholdUnsaid",
  "upliftLost",
  "eachLost",
  "numberOfYear",
  "taxReturned",
  "windowOutsideTerm",
  "termEndsBeforeClaims",
  "placeless",
  "englishLost",
  "englishAdded",
  "englishForeign",
  "englishTwins",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One doubt about an item. `path` points into the item: `/conditions/all/1`, `/amount/tiers/2`, `/exclusiveGroup`. */
export type Finding = {
  code: FindingCode;
  itemId: string;
  path: string;
  /** The fact it is about, where it is about one. */
  fact?: string;
  /** Another place of the same item it stands against. */
  against?: string;
  /** Other items it is about, or a bound, a text. */
  values?: Readonly<Record<string, string | number>>;
};

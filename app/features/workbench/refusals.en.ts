import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "not-found": "There is no such draft",
  "not-allowed": "This can't be done with the draft as it stands",
  changed: "Somebody has just saved this draft; please reload before you change it",
  broken: "The content lacks parts; nothing was saved",
  "id-taken": "This id is taken",
  "same-person": "Who wrote in the draft can't sign it",
  "reason-missing": "Give the reason for returning it",
  "json-broken": "The JSON can't be read: {{reason}}",
  "obstacle-problems": "Something is not filled in rightly yet",
  "obstacle-findings": "Findings are neither mended nor explained",
  "obstacle-points-open": "Words of the clause have no place in the rule yet: settle each",
  "clause-empty": "There is no text yet: paste a clause, or take the item's own words",
  "clause-long": "The text is too long: at most 6,000 signs at once. Read it in parts",
  "point-settled": "This has been settled already",
  "obstacle-review-missing": "There is no fair-competition review yet",
  "obstacle-review-outdated": "The content changed after the fair-competition review: review it again",
  "obstacle-backtest-missing": "There is no backtest yet",
  "obstacle-backtest-outdated": "The content or the version in force changed after the backtest: run it again",
  "obstacle-base-outdated": "A newer version is in force: take it as the base first",
  "obstacle-publish-past": "The planned day has passed",
  "obstacle-ends-before": "The last day lies before publication",
  "register-loading": "The register is being read ({{count}} firms so far); figures follow in a moment",
  "sandbox-stopped": "The calculation was interrupted and is starting again; please try again in a moment",
};

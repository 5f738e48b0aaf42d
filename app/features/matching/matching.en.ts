import type { Translation } from "~/i18n/translation";
import type { matching as zh } from "./matching.zh";

export const matching: Translation<typeof zh> = {
  listComma: ", ", all: "All of these", any: "One of these is enough", own: { firm: "Your firm:", official: "The firm:", visitor: "You said:" }, nearestFirst: " (nearest first)", nearest: "nearest", alternative: "Way {{number}}", outcome: { met: "met", unmet: "not met", unknown: "not known" },
  title: "Found for you", lead: "Every policy that applies to your place was checked against your firm's profile, condition by condition.", eligible: "Eligible", unknown: "Needs answers", ineligible: "Not eligible", cash: "Cash due", upTo: "With a ceiling, at most", nonCash: "{{count}} not cash", itemsCount: "{{count}} items", sort: "Sort by", sortAmount: "Sum, highest first", sortClosing: "Closing date", sortLevel: "Level", verdict: "Result",
  filter: { theme: "Theme", department: "Department", level: "Level", kind: "Nature", window: "Applications", q: "Words", open: "with a closing date", always: "all year" },
  missing: "{{count}} facts still needed", closes: "Closes {{day}}", apply: "Apply", applyFree: "No application needed: once the department has listed your firm, you confirm with one click", detail: "See the check", none: "No policies here", noneHint: "Change the filters, or add to the firm's profile.", sumUnknown: "The sum can be told once facts are known", nonCashOne: "Not cash",
  why: "Condition by condition", question: "Please add", answer: "Save and update", amount: "Sum", amountHow: "How it is worked out", potential: "If all conditions are met", step: { part: "Part {{index}}", joined: "By the rule", cap: "Capped at {{by}} yuan", multiplier: "Times {{by}}", received: "Less {{by}} yuan received", total: "Total" }, yuan: "CNY {{sum}}",
  try: { title: "Try whether it fits", lead: "Describe a firm and see condition by condition what becomes of it, and the sum. No account, nothing is kept.", submit: "See the result", choose: "Please choose" },
  caseFact: "Asked when you apply", viewPolicy: "Read the policy", notOffered: "Takes no applications at present", year: "figures of {{year}}",
};

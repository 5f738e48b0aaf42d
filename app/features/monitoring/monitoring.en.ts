import type { Translation } from "~/i18n/translation";
import type { monitoring as zh } from "./monitoring.zh";

export const monitoring: Translation<typeof zh> = {
  title: "Monitoring",
  lead: "Where the money goes, how long it takes, and whom policies reach. Sums come from the ledger, times from the work log.",
  queriedAt: "Read at ",
  openCases: "All applications",
  year: "Year", department: "Department", theme: "Theme", region: "Region", section: "Industry section", size: "Firm size", month: "Month",
  disbursed: "Disbursed", disbursedHint: "{{count}} payments",
  unpaid: "Approved, not yet paid", unpaidHint: "Reserved in the budget, not paid out",
  budgetUse: "Budget use", comma: ", ", budgetScope: "Budgets follow year, department and theme only",
  reached: "Firms reached", reachedHint: "{{count}} firms have applied", firmCount: "{{count}}",
  funnelTitle: "From push to payment", funnelNote: "Counted as firm × policy item. Pushes and views belong to the year they first happened, the rest to the application year.",
  funnel: { pushed: "Pushed", viewed: "Viewed", applied: "Applied", approved: "Approved", paid: "Paid" },
  step: "Step", count: "Count", shareOfPushed: "Share of pushed",
  stagesTitle: "Average working days by stage", stageColumn: "Stage", average: "Average", promised: "Promised", finished: "Done", late: "Late", days: "{{count}} working days",
  stage: { listApproval: "Check of the list", countyReview: "County review", siteVisit: "On-site visit", expertScore: "Expert panel", leadReview: "Lead department review", leadApproval: "Lead department approval", coReview: "Co-department review", ranking: "Yearly selection", objection: "Objection inquiry", budgetCheck: "Budget check", payment: "Payment", reconsideration: "Reconsideration", followUp: "Follow-up of a bad rating", afterCheck: "Check afterwards", evaluation: "Evaluation", recoveryApproval: "Check of the recovery", recovery: "Recovery" },
  monthsTitle: "Disbursed by month", monthUnit: "CNY k",
  cut: { department: "By lead department (disbursed)", theme: "By theme (disbursed)", region: "By place of the firm (disbursed)", section: "By industry section (disbursed)", size: "By firm size (disbursed)" },
  firstOf: "The chart shows the first 10, the table all {{count}}.",
  applications: "Applied", approved: "Approved", paid: "Paid", firms: "Firms", disbursedSum: "Disbursed", unpaidSum: "Approved, unpaid",
  budgetsTitle: "Budgets", budgetName: "Budget", granted: "Granted", reserved: "Reserved", useShare: "Use", moreBudgets: "{{count}} more budgets", noBudgets: "No budgets in this range yet.",
  nothing: "Nothing in this range yet", nothingHint: "Widen the filters, or wait for firms to apply.",
  cases: {
    title: "Applications", lead: "Every application behind a figure.", found: "{{count}} applications", back: "Back to monitoring", narrowed: "Narrowed to", csv: "Export CSV", xlsx: "Export XLSX",
    number: "Number", firm: "Firm", creditCode: "Credit code", item: "Policy item", department: "Lead department", state: "State", submitted: "Submitted", approvedSum: "Approved sum", paidOn: "Paid on",
    none: "No applications match", noneHint: "Widen the filters.",
  },
  filter: { place: "Place", stage: "Scope", task: "Stage", late: "Late", envelope: "Budget", kind: "Reach" },
  scope: { submitted: "Submitted", approved: "Approved", unpaid: "Approved, unpaid", paid: "Paid", underway: "Under way", rejected: "Rejected" },
  reach: { title: "Reach", lead: "Firms that were told of an item or looked at it, newest first.", found: "{{count}} entries", at: "First time", none: "No entries match" },
  sheet: "Applications", yuanColumn: "{{name}} (CNY)",
};

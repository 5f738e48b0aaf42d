import type { Translation } from "~/i18n/translation";
import type { redemption as zh } from "./redemption.zh";

export const redemption: Translation<typeof zh> = {
  desk: { title: "Review desk", lead: "Open work of your department, overdue first.", number: "Number", firm: "Firm", item: "Policy", stage: "Stage", due: "Due", left: "Working days left", sum: "Sum", overdue: "{{count}} days overdue", days: "{{count}} days", none: "No open work", noneHint: "You are told when a new application comes.", q: "Number, firm or policy", onlyOverdue: "Only overdue" },
  case: {
    evidence: "Conditions", figures: "Figures and sources", figure: "Figure", value: "Value", source: "Source", sources: { declared: "stated by the firm", verified: "verified", imported: "imported", application: "stated in this application", registration: "registration or worked out" }, authority: "can be verified by {{name}}", materials: "Materials", view: "View", held: "not needed", history: "History", engine: "{{name}} {{version}}: {{result}} ({{at}})", pass: "eligible", fail: "not eligible", account: "Account", decide: "Your step", comment: "Comment", commentHint: "Kept with the case; a reason is needed to reject, send back or disagree.", approvedYuan: "Approved sum (CNY)", approvedHint: "Not above the sum worked out.", points: "To be corrected (one notice, one point a line)", pointsHint: "List everything at once; the notice can be sent only once.", waiting: "Nothing waits at your department.", samePerson: "You reviewed this case first; another person must approve.", correction: "Correction", promised: "Promised by",
  },
  action: { PASS_COUNTY: "Pass", RECOMMEND_APPROVAL: "Recommend approval", RECOMMEND_REJECTION: "Recommend rejection", CO_AGREE: "Agree", CO_DISAGREE: "Disagree", APPROVE: "Approve", REJECT: "Reject", SEND_BACK: "Send back", REQUEST_CORRECTION: "Ask for correction" },
  publicity: { title: "Publicity", lead: "Firms, policies and sums about to be paid, open to objection.", firm: "Firm", item: "Policy", sum: "Sum", from: "From", to: "To", none: "Nothing is publicised at present" },
};

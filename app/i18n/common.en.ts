import type { common as zh } from "./common.zh";
import type { Translation } from "./translation";

export const common: Translation<typeof zh> = {
  brand: "Huiqitong",
  claim: "Policies find the firm: register once, receive what is due",
  skip: "Skip to content",
  mainNavigation: "Main navigation",
  nav: {
    home: "Home", policies: "Policies", check: "Quick check", publicity: "Publicity", firmHome: "My firm", matches: "Found for you", applications: "My applications", profile: "Firm profile",
    desk: "Review desk", budgets: "Budgets", payments: "Payments due", batches: "Payment batches", monitor: "Monitoring", workbench: "Policy sandbox", users: "Users", claims: "Claims", import: "Import firms", calendar: "Working calendar", sessions: "Sessions", audit: "Audit", about: "About", verify: "Verify a document", lists: "Lists", selections: "Selection", department: "Department", workload: "Workload", workflows: "Workflows", auditRoots: "Audit roots",
  },
  textLarge: "Large text", textNormal: "Normal text", signIn: "Sign in", register: "Register a firm", signOut: "Sign out",
  bell: "Notices, {{count}} unread",
  footer: "Huiqitong: every firm knows, understands and receives the support it is due.",
  backHome: "Back to the front page", errorServer: "Please try again later; nothing you typed is lost.", errorRequest: "Check the address, or start from the front page.",
  pages: "Pages", previousPage: "Previous", nextPage: "Next", pageOf: "Page {{page}} of {{pages}}",
  yuan: "CNY {{sum}}", asTable: "The same figures as a table", change: "Change", errorSummary: "{{count}} things need correction", colon: ": ", comma: ", ", listComma: ", ", inBrackets: " ({{text}})", optional: " (optional)", error: "Error: ", sending: "Sending…",
  filters: "Filters", apply: "Apply", clear: "Clear", all: "All", search: "Search", save: "Save", cancel: "Cancel", back: "Back", confirm: "Confirm", next: "Next", yes: "Yes", no: "No", download: "Download", none: "None", unknown: "Unknown",
  verdict: { eligible: "Eligible", unknown: "Needs answers", ineligible: "Not eligible" },
  nature: { cash: "Cash", upTo: "At most", nonCash: "Not cash" },
  level: { national: "National", province: "Province", city: "City", county: "County" },
  size: { large: "Large", medium: "Medium", small: "Small", micro: "Micro", unknown: "Unknown" },
  support: { reward: "Reward", subsidy: "Subsidy", "tax-relief": "Tax relief", "interest-discount": "Interest discount", refund: "Refund", "rent-relief": "Rent relief", loan: "Loan", "fee-relief": "Fee relief", service: "Service", voucher: "Voucher", equity: "Equity" },
  state: { draft: "Draft", creditCheck: "Credit check", listApproval: "List check", countyReview: "County review", assessment: "Expert panel", departmentReview: "Department review", correcting: "Correction asked", ranking: "Yearly selection", publicity: "Publicity period", confirming: "To be confirmed by the firm", budgetCheck: "Budget check", awaitingBudget: "Waiting for budget", payment: "Payment due", closed: "Closed", rejected: "Rejected", reconsidering: "Reconsideration", withdrawn: "Withdrawn", lapsed: "Lapsed" },
  problem: {
    required: "Please fill this in", invalid: "The format is wrong", tooLong: "Too long", number: "Enter a number", integer: "Enter a whole number", yesNo: "Choose yes or no", choose: "Please choose", date: "Enter a date as YYYY-MM-DD",
    min: "Below the least allowed", max: "Above the most allowed", creditLength: "The unified social credit code has 18 characters", creditAlphabet: "It holds a character that is not used (I, O, Z, S, V)", creditCheck: "The check character is wrong: please compare it with the licence",
    creditOrganisation: "Characters 9 to 17 do not fit together: please compare them with the licence", region: "Choose where the firm is", industry: "Choose an industry class from the list", loginTaken: "This login name is taken", loginName: "4 to 40 lower-case letters, digits, dots, dashes, or an e-mail address",
    tooShort: "At least 8 characters", common: "This password is too common", sameAsLogin: "The password must differ from the login name", email: "This is not an e-mail address", account: "8 to 32 digits", changedElsewhere: "This was just changed elsewhere", confirm: "Please tick to confirm first", pledge: "Tick the pledge before you submit", reason: "Give the reason", file: "Choose a file", currentPassword: "The current password is wrong", rolesNone: "Choose at least one role", rolesSeparated: "System administrator, security administrator and auditor can't be combined with another role", officeNeeded: "These roles need a department and a place",
  },
  pdf: { loading: "Opening the file…", broken: "This file can't be shown here; download it:", page: "Page {{page}} of {{pages}}", previous: "Previous page", next: "Next page" },
  industry: { title: "Industry codes", lead: "Industrial classification GB/T 4754-2017, from the section down to the class.", list: "Industries", browse: "Choose an industry by section", sections: "All sections", way: "Where you are", search: "Name or code of the industry", code: "Code", name: "Industry", chosen: "Chosen: {{path}}", none: "No such industry; try another word, or clear the field and choose by section.", loading: "Loading the industries…", directory: "Look up an industry code (opens in a new window)" },
  shortcuts: { title: "Keyboard shortcuts", on: "Shortcuts on" },
  savedFilters: { title: "Saved filters", name: "Name", save: "Save these filters", remove: "Remove filter {{name}}" },
};

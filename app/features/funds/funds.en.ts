import type { Translation } from "~/i18n/translation";
import type { funds as zh } from "./funds.zh";

export const funds: Translation<typeof zh> = {
  budgets: { title: "Budgets", lead: "Money by policy document and year: granted, carried over, reserved, committed, disbursed, to be recovered, available; all of it follows from the entries.", name: "Document", granted: "Granted", carried: "Carried over", reserved: "Reserved", committed: "Committed", disbursed: "Disbursed", owed: "To be recovered", available: "Available", use: "Used", grant: "Grant more", document: "Document", year: "Year", yuan: "Sum (CNY)", submit: "Grant", none: "No budget this year yet", waiting: "Money was found for {{count}} waiting cases", search: "Name" },
  payments: { title: "Payments due", lead: "Approved, publicised and funded. Choose, make a batch, and have another person release it.", number: "Number", firm: "Firm", item: "Policy", account: "Account", sum: "Sum", choose: "Choose", make: "Make a batch", total: "{{count}} payments", none: "Nothing is due" },
  batches: { title: "Payment batches", lead: "Make, release, export, note the bank's answer.", number: "Batch", status: "Status", count: "Payments", sum: "Sum", made: "Made", none: "No batches yet", statuses: { draft: "To be released", exported: "Released", settled: "Settled", cancelled: "Cancelled" }, release: "Release", export: "Export CSV", paid: "Mark as paid", returned: "Mark as returned", reason: "Reason", payments: { pending: "Due", batched: "In a batch", paid: "Paid", returned: "Returned" } },
};

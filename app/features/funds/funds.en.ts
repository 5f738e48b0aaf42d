import type { Translation } from "~/i18n/translation";
import type { funds as zh } from "./funds.zh";

export const funds: Translation<typeof zh> = {
  nav: { title: "Public money", budgets: "Budgets", payments: "Payments due", batches: "Batches", bank: "Bank files", pool: "Pool", reconciliation: "Reconciliation", forecast: "Forecast" },
  budgets: {
    title: "Budgets", lead: "Money by policy document and year: granted, carried over, reserved, committed, disbursed, to be recovered, available; all of it follows from the entries.", name: "Document", granted: "Granted", carried: "Carried over", reserved: "Reserved", committed: "Committed", disbursed: "Disbursed", owed: "To be recovered", available: "Available", use: "Used",
    grant: "Grant more", document: "Document", year: "Year", yuan: "Sum (CNY)", authority: "Who pays", own: "The issuing authority", submit: "Grant", done: "The budget was granted. ", none: "No budget this year yet", waiting: "Money was found for {{count}} waiting cases", search: "Name", unit: " Sums in CNY.", waitingTitle: "Cases waiting for budget", waitingLead: "Approved cases this year's budget does not cover. Money granted goes to them first, in the order of approval, and they become due for payment.", waitingCount: "Cases", waitingSum: "Needed",
  },
  envelope: {
    level: "Level", place: "Place", entries: "Entries", entriesLead: "Double entry: every movement gives and takes, the sum is zero; entries are added, never changed.", at: "Time", kind: "Movement", account: "Account", sum: "Sum (CNY)", number: "Number", none: "No entries yet",
    kinds: { grant: "Grant", reserve: "Reserve", release: "Release", commit: "Commit", cancel: "Cancel", disburse: "Disburse", return: "Returned by the bank", recover: "Recovery decided", collect: "Collected", carry: "Carry over", earmark: "Set aside for a batch", free: "Freed", advance: "Paid in advance", refill: "Refill" },
    accounts: { granted: "Source: grants", carried: "Source: carried over", available: "Available", reserved: "Reserved", committed: "Committed", disbursed: "Disbursed", owed: "To be recovered", earmarked: "Set aside", advanced: "Paid in advance" },
    carry: "Carry over to the next year", carryLead: "The available CNY {{sum}} move to {{year}}; what is reserved or committed is still paid from this year.", carried: "Carried over to the next year",
    shares: "Cost shares", sharesLead: "City and county share by weights: every entry is split, the last fen goes to the larger fraction, on a tie to the earlier part. No weights: the issuing authority bears all. What is reserved stays as it is.", weight: "Weight: {{level}}", saveShares: "Save the shares", shared: "Shares saved",
  },
  payments: {
    title: "Payments due", lead: "Approved, publicised and funded. Choose, make a batch, and have another person release it.", number: "Number", firm: "Firm", item: "Policy", account: "Account", sum: "Sum", choose: "Choose", all: "Choose all on this page", noneChosen: "Choose none", make: "Make a batch", total: "{{count}} payments", none: "Nothing is due", noneSo: "No payment matches; widen the filter",
    chosen: "{{count}} chosen, CNY {{sum}}", source: "Paid from", sources: { treasury: "Treasury", pool: "Pool (pays first)" }, requestedOn: "Day of payment", note: "Note", deducted: "CNY {{sum}} deducted that the firm owes", changed: "Account changed", again: "Paid again after a return", search: "Number or firm", allItems: "All policies",
    returned: "Sent back by the bank, to be dealt with", reason: "Reason", waitsForFirm: "The firm must give another account", requeue: "List again", poolLow: "CNY {{sum}} are left in the pool, below its floor: have it refilled.",
  },
  batches: {
    title: "Payment batches", lead: "Make, release, export, take the bank's answer.", number: "Batch", status: "Status", count: "Payments", sum: "Sum", made: "Made", none: "No batches yet", noneSo: "No batch is in this state", allStatuses: "All states", madeBy: "Made by {{who}}", releasedBy: "released by {{who}}", statuses: { draft: "To be released", exported: "Released", settled: "Settled", cancelled: "Cancelled" },
    release: "Release", cancel: "Cancel the batch", export: "Export treasury form (CSV)", exportXml: "Export pain.001", paid: "Mark as paid", returned: "Mark as returned", reason: "Reason", ofAccount: "The reason lies in the account: ask the firm for another", paidSum: "Paid", returnedSum: "Returned", outstanding: "No answer yet",
    byHand: "Note by hand where no file comes", ownHint: "Another person must release a batch you made.", code: "Reason code {{code}}", payments: { pending: "Due", batched: "In a batch", paid: "Paid", returned: "Returned", cancelled: "Cancelled" },
  },
  bank: {
    title: "Bank files", lead: "Takes pain.002, camt.054 and the treasury's filled-in form (CSV). A file is taken whole or not at all; sending it again changes nothing.", choose: "File of the bank", send: "Take", none: "No files yet", repeated: "This file was taken before; nothing has changed.", done: "Taken. What became of each line:",
    kind: "Kind", message: "Message id", batch: "Batch", file: "File", at: "Taken", lines: "Lines", results: "Results", line: "Line", reference: "Reference", firm: "Firm", sum: "Sum", said: "The bank says", booked: "Booked", outcome: "Result", reason: "Reason",
    codes: {
      AC01: "Account number incorrect", AC03: "Payee's account invalid", AC04: "Payee's account closed", AC06: "Payee's account blocked", AC07: "Payee's account closed", AC13: "Kind of payee's account wrong", AC14: "Kind of account wrong", AC15: "Account details have changed", AM04: "Payer's account lacks funds", BE01: "Name does not fit the account", BE04: "Payee's address missing", BE05: "Payee not recognised", MD07: "Payee no longer exists", MS02: "Payee gave no reason", MS03: "Bank gave no reason", RC04: "Payee's bank wrong", RC08: "Clearing number wrong",
    },
    kinds: { "pain.002": "Payment status pain.002", "camt.054": "Debit and credit notice camt.054", csv: "Treasury form" }, status: { paid: "Paid", returned: "Returned", pending: "Under way", received: "Money received" },
    outcomes: { paid: "Paid", returned: "Returned", noted: "Under way, noted", repeated: "Repeated, unchanged", amountDiffers: "Sum differs, unchanged", contradicts: "Contradicts the books, unchanged", unknown: "No such payment", collected: "Owed money collected", excess: "Demand settled, the rest is owed back", recoveryOpen: "Recovery undecided, unchanged" },
    reasons: {
      text: "must be text", missing: "is missing", empty: "is empty", tooLong: "is too long", code: "is no code", unknownCode: "is none of the codes", instant: "is no instant", day: "is no day", currency: "must be CNY", amount: "is no sum", unexpected: "does not belong there", order: "stands out of order",
      otherMessage: "is another message or version", otherBatch: "names another batch", entrySum: "differs from the sum of its transactions", documentType: "document types are not allowed", notXml: "is no well-formed XML", notCsv: "is no well-formed CSV", notUtf8: "is not UTF-8",
    },
  },
  pool: {
    title: "Pool", lead: "Pays first, so that firms need not wait for the treasury, and is refilled by it.", none: "There is no pool yet", available: "Available", earmarked: "Set aside for batches", advanced: "Paid in advance, to be refilled", granted: "Size of the pool", floor: "Floor", low: "Less than the floor of CNY {{floor}} is left: have it refilled soon.",
    fund: "Make it larger", refill: "Note a refill", setFloor: "Change the floor", yuan: "Sum (CNY)", movements: "Movements", at: "Time", kind: "Movement", sum: "Sum (CNY)", reason: "Note", fundSubmit: "Add", refillSubmit: "Note the refill", floorSubmit: "Save the floor", noMovements: "No movements yet",
  },
  account: {
    title: "Give another account", lead: "“{{item}}” ({{number}}), CNY {{sum}}", returned: "The bank sent this payment back: {{reason}}. Give another account and it will be paid again.", waits: "This payment is in no batch yet; you may give another account.", current: "Account now: {{account}}", save: "Send the new account", done: "We have the new account; the payment will be made again.", late: "This payment is under way or made; the account can no longer be changed.", open: "Give another account",
  },
  forecast: {
    title: "Forecast", lead: "From applications under way, the share approved in the last year and the pace of the last 90 days: how long each budget lasts. All sums in CNY.", available: "Available", waiting: "Approved, waiting", cases: "Under way", expected: "Expected", rate: "Approved/decided", pace: "New a month", exhausted: "Used up", lasts: "Lasts two years",
    chart: "{{name}}: expected to be left at each month's end", month: "Month", left: "Expected to be left (CNY)",
  },
  reconciliation: {
    title: "Reconciliation", lead: "The books beside the bank's debit and credit notices (camt.054), payment by payment; every difference has its reason.", books: "Paid by the books", bank: "Out by the bank", difference: "Difference", unexplained: "Unexplained", differences: "Differences", agree: "Books and bank agree.", about: "What it is about", why: "Why", next: "What to do", released: "Released", sent: "Sent", kind: "Kind", export: "Export what is open (CSV)",
    kinds: { unbooked: "The bank answered that it paid; its notice has not come", byHand: "Noted by hand; no file of the bank mentions it", amountDiffers: "The bank debited another sum", contradicts: "The bank debited it; the books don't say paid", returnedAtBank: "Back at the bank; the books still say paid", partReturned: "A part came back; the books say all was paid", recoveryOpen: "Back at the bank; whether it is demanded is not decided", creditOnly: "Came back without a debit", strayDebit: "A debit that names no payment", strayCredit: "A credit that names no payment" },
    steps: { unbooked: "Wait for the next camt.054", byHand: "Ask the bank for its notice", amountDiffers: "Clear the sum with the bank", contradicts: "Clear with the bank, then note it as paid", returnedAtBank: "Clear, then note the return", partReturned: "The department decides on the recovery; then book it under “Money that came back”", recoveryOpen: "The department decides; then book it under “Money that came back”", creditOnly: "Wait for the debit or ask the bank", strayDebit: "Ask the bank for the reference", strayCredit: "Find out who paid and why" },
  },
  moneyBack: {
    title: "Money that came back and waits", lead: "Money that was paid came back while its recovery is not decided, or only a part of it came. The department in charge decides whether and how much is demanded (it has been told); then it is booked here by that decision: it settles the demand first, what is over is sent back to the firm, what is missing stays demanded.", came: "Came back", ofWhole: "part of CNY {{sum}} that was paid", at: "Received", standing: "Recovery", waitsFor: "waits for {{department}}", source: "File of the bank",
    standings: { kept: "Not proposed yet", proposed: "Proposed, waits for a second person", demanded: "Decided" }, settle: "Book by the decision", settleReturn: "Note as returned by the bank", split: "CNY {{collected}} settles the demand", splitExcess: ", CNY {{excess}} goes back to the firm", needsProposal: "Only a part came back: it can be booked here once the department has proposed and decided a recovery.", settled: "Booked by the decision.",
    excessTitle: "Owed back to firms", excessLead: "A firm returned more than was demanded, or only a part of what came back was: the rest is not the treasury's. It is held here until one officer has noted the voucher of the transfer and another has confirmed it.", received: "Received", demanded: "Settled the demand", excess: "Owed back", account: "Goes to", reference: "Voucher number", order: "Note the refund", confirm: "Confirm the refund", drop: "Take it back", own: "You noted it; another officer must confirm.", ordered: "Voucher {{reference}}, noted {{day}}", given: "Refunded {{day}} (voucher {{reference}})", state: "Handling",
  },
};

import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "no-account": "This payment has no account to go to; the firm has been asked for one. Please see that it answers",
  "order-sum": "The sum must be above zero and below CNY 1,000 billion",
  "order-over":
    "The sum is more than is available: what is reserved, due or paid can't be used, and what was carried over from another year can't be reduced",
  "order-state": "This order was decided already: reload the page",
  "paper-number": "Enter the number of the budget document, at most 60 characters",
  "grant-wrong": "The sum must be above zero",
  "no-envelope": "There is no budget for this policy this year",
  exhausted: "The budget does not suffice",
  "batch-empty": "Choose at least one payment",
  "asked-back": "No further part of case {{number}} is paid: take it out of this batch first",
  "batch-state": "The batch can't be handled so in its present state",
  "third-person": "Who made or released the batch can't note it as paid",
  "voucher-missing": "Enter the number of the bank's voucher, at most 60 characters",
  "voucher-day": "The day must lie between the release of the batch and today",
  "two-persons": "The releaser must differ from the maker",
  "not-held": "The accounts hold less than that; nothing was done",
  "not-paid": "This payment has not been made yet",
  "code-in-doubt":
    "The credit codes of these firms have not been confirmed; they can't be paid yet, please leave them out: {{firms}}",
  "line-booked": "The bank has told of a booking of this payment in the same direction: this line cannot be it as well",
  "line-sum": "The sum of this line is not that of the payment, which cannot be noted as paid by it",
  "not-overdue": "This recovery is within its term, or nothing is owed any more: there is nothing to urge",
  "urged-today": "The firm was urged today already",
  "payment-under-way": "This payment is in a batch: take it out first",
  "recovery-wrong": "The sum must be above zero and not above what was paid and not recovered yet",
  "part-returned":
    "Only a part came back and nobody asks for it: the lead department must decide on the recovery first",
  "reference-missing": "Give the number of the voucher",
  "refund-state": "A colleague has dealt with this refund; please reload",
  "form-part":
    "The form lacks {{missing}} payments of batch {{number}}; none of it was taken and nothing was changed. Keep the row of a payment without an answer and leave the answer empty",
  "form-row":
    "Row {{row}} of the form breaks the rules ($t(funds:bank.reasons.{{reason}})); none of it was taken, nothing has changed",
  "form-cell":
    "Row {{row}} of the form, column {{heading}}, breaks the rules ($t(funds:bank.reasons.{{reason}})); none of it was taken, nothing has changed",
  "file-refused":
    "The file breaks the rules at {{path}} ($t(funds:bank.reasons.{{reason}})); none of it was taken, nothing has changed",
  "message-reused": "Another file came under this message id; none of it was taken",
  "batch-unknown": "There is no batch {{number}}; none of the file was taken",
  "day-wrong": "The day of payment must be today or later",
  "no-pool": "There is no pool yet",
  "pool-short": "The pool has {{left}} left, not enough for this batch",
  "refill-wrong": "The sum must be above zero and not above what was paid in advance",
  "account-late": "This payment is under way or made; the account can no longer be changed",
  "account-missing": "The firm must give another account first",
  "carry-early": "Only budgets of this year and of earlier ones can be carried over",
  "carry-empty": "There is nothing to carry over",
  "shares-wrong": "Shares are whole numbers from 1 to 1000, one for each level",
  "deduction-other": "This money is paid to somebody else and settles nothing that the firm owes",
  "deduction-wrong": "The sum must be above zero and not above what is owed and what the payment holds",
};

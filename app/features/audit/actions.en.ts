import type { Translation } from "~/i18n/translation";
import type { actions as zh } from "./actions.zh";

export const actions: Translation<typeof zh> = {
  absence: {
    noted: "Absence noted",
    ended: "Absence ended",
  },
  access: {
    refused: "Access refused",
  },
  application: {
    "message-sent": "Message sent",
    "facts-verified": "Set figures right",
    "sum-recomputed": "Worked the sum out anew",
    recused: "Stood aside",
    "terms-moved": "Terms moved with the working calendar",
    viewed: "Case viewed",
  },
  audit: {
    exported: "Log exported",
    sealed: "Log sealed",
    explained: "Note on false faults signed",
  },
  "bank-account": {
    changed: "Bank account changed",
    exported: "Bank accounts exported",
  },
  "bank-file": {
    imported: "Bank file received",
  },
  "bank-line": {
    explained: "Bank line explained",
    released: "Explanation of a bank line confirmed",
    refused: "Explanation of a bank line sent back",
    withdrawn: "Explanation of a bank line withdrawn",
  },
  "benefit-list": {
    made: "Apply-free list made",
  },
  "budget-order": {
    proposed: "Budget order proposed",
    opened: "Budget document opened",
    released: "Budget order released",
    refused: "Budget order refused",
    withdrawn: "Budget order withdrawn",
  },
  budget: {
    "carried-over": "Budget carried over",
    granted: "Budget granted",
    released: "Budget released",
    shared: "Cost sharing set",
    reduced: "Budget reduced",
  },
  calendar: {
    changed: "Working calendar changed",
    "moves-exported": "List of moved terms exported",
    "notice-announced": "Holiday notice announced",
    "notice-entered": "Holiday notice entered",
    "year-opened": "Calendar year opened",
  },
  claim: {
    granted: "Claim to a firm granted",
    opened: "Claim to a firm made",
    refused: "Claim to a firm refused",
  },
  desk: {
    exported: "Queue exported",
  },
  delivery: {
    "handed-over": "Data handed over",
    signed: "Data signed",
    returned: "Data returned",
    withdrawn: "Data withdrawn",
    applied: "Data entered in the register",
    "back-asked": "Roll-back of data asked for",
    "back-signed": "Roll-back of data agreed",
    kept: "Data kept",
    "rolled-back": "Data rolled back",
  },
  document: {
    downloaded: "Document downloaded",
    issued: "Document issued",
  },
  draft: {
    copied: "Draft copied",
    discarded: "Draft discarded",
    exported: "Application form exported",
    restored: "Draft restored",
  },
  enterprise: {
    "code-confirmed": "Credit code confirmed",
    "code-refused": "Credit code not confirmed",
    registered: "Firm registered",
  },
  exclusion: {
    "repair-asked": "Repair of credit asked",
    "repair-refused": "Repair of credit refused",
    repaired: "Credit repaired",
  },
  instalment: {
    confirmed: "Condition of an instalment confirmed",
    denied: "Condition of an instalment not fulfilled",
    listed: "Instalment due and listed for payment",
    stopped: "No further instalment paid",
  },
  obligation: {
    breached: "Obligation found broken",
    fulfilled: "Obligation found kept",
  },
  firms: {
    imported: "Firms imported",
  },
  invitation: {
    accepted: "Invitation accepted",
    created: "Invitation made",
    revoked: "Invitation revoked",
  },
  material: {
    downloaded: "Material downloaded",
  },
  membership: {
    changed: "Role in a firm changed",
    ended: "Person removed from a firm",
  },
  monitoring: {
    exported: "Monitoring exported",
  },
  objection: {
    raised: "Objection raised",
  },
  password: {
    changed: "Password changed",
    reset: "Password reset",
    set: "Password set by link",
  },
  "payment-batch": {
    cancelled: "Batch cancelled",
    created: "Batch made",
    released: "Batch released",
    withdrawn: "Parts that are no longer paid taken out of a batch",
  },
  payment: {
    "noted-paid": "Noted as paid by voucher",
    "voucher-opened": "Bank voucher opened",
    deducted: "Deducted from a payment",
    paid: "Paid",
    recovered: "Money recovered",
    reissued: "Paid again",
    returned: "Returned by the bank",
  },
  "policy-document": {
    exported: "Policy document exported",
    "statement-opened": "Source of a statement opened",
    "statement-proposed": "Validity stated",
    "statement-refused": "Statement of validity refused",
    "statement-released": "Statement of validity signed",
    "statement-withdrawn": "Statement of validity withdrawn",
  },
  "policy-documents": {
    exported: "List of validity exported",
  },
  "policy-draft": {
    backtested: "Policy draft backtested",
    "clause-read": "Clause read",
    "clause-taken": "Proposals of a clause taken",
    "competition-reviewed": "Fair-competition review",
    discarded: "Policy draft discarded",
    "point-settled": "Words of a clause settled",
    proposed: "Policy draft proposed",
    rebased: "Policy draft rebased",
    returned: "Policy draft returned",
    signed: "Policy draft signed",
    started: "Policy draft started",
  },
  "policy-item": {
    ended: "Policy item ended",
    published: "Policy item published",
  },
  pool: {
    "floor-set": "Floor of the pool set",
    funded: "Pool funded",
    refilled: "Pool refilled",
  },
  profile: {
    stated: "Facts of the firm stated",
  },
  proof: {
    exported: "Proof of a case downloaded",
  },
  reconciliation: {
    exported: "Reconciliation exported",
  },
  recovery: {
    collected: "Recovered money received",
    "excess-held": "More was returned than demanded",
    "refund-ordered": "Refund of an excess noted",
    "refund-dropped": "Refund taken back",
    refunded: "Excess refunded",
    urged: "Firm urged to pay",
    "handed-on": "Department told of a recovery urged in vain",
  },
  recoveries: {
    exported: "Recoveries exported",
  },
  report: {
    exported: "Report exported",
  },
  selection: {
    confirmed: "Yearly selection confirmed",
    dropped: "Yearly selection dropped",
    proposed: "Yearly selection proposed",
  },
  session: {
    closed: "Signed out",
    ended: "Session ended by another",
    opened: "Signed in",
    refused: "Sign-in refused",
  },
  task: {
    assigned: "Work assigned",
  },
  trouble: {
    "given-up": "Gave up what could not go on",
    opened: "Gave a person what cannot go on",
    resolved: "What could not go on is done",
    retried: "Tried again what could not go on",
  },
  troubles: {
    exported: "Exported what cannot go on",
  },
  user: {
    "address-entered": "Address entered for a user",
    "address-confirmed": "Address of a user confirmed",
    "address-refused": "Address of a user sent back",
    changed: "User changed",
    created: "User created",
    disabled: "User disabled",
    enabled: "User enabled",
    "office-changed": "Office of a user changed",
  },
};

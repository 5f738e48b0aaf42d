/** Documents that a case calls for as it moves. */
export const caseKinds = [
  "application",
  "acceptance",
  "correction",
  "approval",
  "rejection",
  "publicity",
  "payment",
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** A move of a case, as documents see it: names of the machine's events and top-level states. */
export type Move = { event: string; from: string; to: string };

const beforeDecision = new Set([
  "draft",
  "creditCheck",
  "listApproval",
  "countyReview",
  "assessment",
  "departmentReview",
  "ranking",
]);
const afterApproval = new Set(["publicity", "confirming", "budgetCheck", "awaitingBudget", "payment"]);

/** The documents a move calls for. A return to a state that was left only for an objection or the like calls for none. */
export function documentsOf({ event, from, to }: Move): CaseKind[] {
  const enters = (state: string) => to === state && from !== state;
  const due: [boolean, CaseKind[]][] = [
    [event === "SUBMIT" && from === "draft", ["application", "acceptance"]],
    [event === "RESUBMIT", ["application"]],
    [enters("correcting"), ["correction"]],
    [beforeDecision.has(from) && to === "rejected", ["rejection"]],
    [beforeDecision.has(from) && afterApproval.has(to), ["approval"]],
    [enters("publicity"), ["publicity"]],
    [event === "PAYMENT_PAID", ["payment"]],
  ];
  return due.flatMap(([holds, kinds]) => (holds ? kinds : []));
}

/** Who sends an event: the machine's guards compare persons. */
type By = { actorId: string };

/** Everything that can happen to a case. Amounts are fen as decimal text, since snapshots are JSON. */
export type CaseEvent =
  | { type: "SUBMIT" }
  | { type: "WITHDRAW" }
  | ({ type: "PASS_COUNTY" } & By)
  | ({ type: "RECOMMEND_APPROVAL" } & By)
  | ({ type: "RECOMMEND_REJECTION" } & By)
  | ({ type: "CO_AGREE"; departmentId: string } & By)
  | ({ type: "CO_DISAGREE"; departmentId: string } & By)
  | ({ type: "REQUEST_CORRECTION" } & By)
  | { type: "RESUBMIT" }
  | { type: "CORRECTION_OVERDUE" }
  | ({ type: "APPROVE" } & By)
  | ({ type: "REJECT" } & By)
  | ({ type: "SEND_BACK" } & By)
  | { type: "OBJECTION_RAISED" }
  | { type: "OBJECTION_SETTLED" }
  | { type: "PUBLICITY_ENDED" }
  | { type: "BUDGET_RESERVED" }
  | { type: "BUDGET_EXHAUSTED" }
  | { type: "PAYMENT_BATCHED" }
  | { type: "PAYMENT_UNBATCHED" }
  | { type: "PAYMENT_PAID" }
  | { type: "PAYMENT_RETURNED" };

export type CaseEventType = CaseEvent["type"];

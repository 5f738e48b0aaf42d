import { isOneOf, statesIn } from "~/features/claims/domain/case-states";

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

const undecided = statesIn(["draft", "review", "selection"], ({ beside }) => !beside);
const approved = statesIn(["granted", "payment"]);

/** The documents a move calls for. A return to a state that was left only for an objection or the like calls for none. */
export function documentsOf({ event, from, to }: Move): CaseKind[] {
  const enters = (state: string) => to === state && from !== state;
  const due: [boolean, CaseKind[]][] = [
    [event === "SUBMIT" && from === "draft", ["application", "acceptance"]],
    [event === "RESUBMIT", ["application"]],
    [enters("correcting"), ["correction"]],
    [isOneOf(undecided, from) && to === "rejected", ["rejection"]],
    [isOneOf(undecided, from) && isOneOf(approved, to), ["approval"]],
    [enters("publicity"), ["publicity"]],
    [event === "PAYMENT_PAID", ["payment"]],
  ];
  return due.flatMap(([holds, kinds]) => (holds ? kinds : []));
}

import { describeState, type CaseState } from "~/features/claims/domain/case-states";
import type { TopState } from "./machine";
import type { ReviewPart } from "./machine-review";

/** The review is one state of the machine, and three to people; a step that leaves all of it counts for its departments. */
const partsOfReview: Readonly<Record<ReviewPart, CaseState>> = {
  county: "countyReview",
  assessment: "assessment",
  departments: "departmentReview",
  memory: "departmentReview",
};

/** The state as people know it, of a path in the machine. A state of the machine that is not described does not compile here. */
export function stateAt([top = "", part = "departments"]: readonly string[]): CaseState {
  return top === "review" ? partsOfReview[part as ReviewPart] : (top as Exclude<TopState, "review">);
}

/** Whether money is set aside when a case comes to a state: decided for the firm, and not waiting for money already. */
export function asksForMoney(state: string): boolean {
  const description = describeState(state);
  return description?.phase === "granted" && !description.beside;
}

import { Refusal } from "~/kernel/refusal";
import { decisionProblem, type Decision } from "../domain/budget-order";

/**
 * Lets a person decide what was proposed: another officer releases or refuses it, its maker withdraws it.
 * @returns the reason of a refusal, null for the other decisions
 * @throws Refusal `funds.order-state`, `funds.two-persons` (409), `redemption.reason-missing` (422)
 */
export function requireDecision(
  proposed: { status: string; createdById: string },
  personId: string,
  { decision, reason = "" }: { decision: Decision; reason?: string },
): string | null {
  const problem = decisionProblem(proposed, decision, personId);
  if (problem) throw new Refusal(problem);
  if (decision !== "refused") return null;
  if (reason.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  return reason.trim();
}

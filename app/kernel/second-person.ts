import { Refusal } from "./refusal";

/** What becomes of what one person proposed. */
export const decisions = ["released", "refused", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

type Proposed = { status: string; createdById: string };

/** Why a person can't decide what was proposed; null when they can. Its maker may only withdraw it. */
export function decisionProblem(
  proposed: Proposed,
  decision: Decision,
  personId: string,
): "order-state" | "two-persons" | null {
  if (proposed.status !== "proposed") return "order-state";
  return (proposed.createdById === personId) === (decision === "withdrawn") ? null : "two-persons";
}

/**
 * Lets a person decide what was proposed: another one releases or refuses it, its maker withdraws it. `context` names whose
 * words a refusal speaks.
 * @returns the reason of a refusal, null for the other decisions
 * @throws Refusal `<context>.order-state`, `<context>.two-persons` (409), `redemption.reason-missing` (422)
 */
export function requireDecision(
  context: "funds" | "validity",
  proposed: Proposed,
  personId: string,
  { decision, reason = "" }: { decision: Decision; reason?: string },
): string | null {
  const problem = decisionProblem(proposed, decision, personId);
  if (problem) throw new Refusal(`${context}.${problem}`);
  if (decision !== "refused") return null;
  if (reason.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  return reason.trim();
}

import type { CaseEventType } from "./events";

/** Steps by which a decision that was issued before is revoked, by the kind of its document. */
const revoking: Readonly<Record<string, readonly CaseEventType[]>> = {
  rejection: ["DECISION_OVERTURNED"],
  approval: ["OBJECTION_UPHELD"],
};

export type Step = { seq: number; event: string; at: Date };

/**
 * When the decision that a step of a case made was revoked; null while it stands.
 * @param decision the kind of its document and the number of the step
 * @param steps of the case, oldest first
 */
export function revokedAt(decision: { kind: string; seq: number }, steps: readonly Step[]): Date | null {
  const events: readonly string[] = revoking[decision.kind] ?? [];
  return steps.find(({ seq, event }) => seq > decision.seq && events.includes(event))?.at ?? null;
}

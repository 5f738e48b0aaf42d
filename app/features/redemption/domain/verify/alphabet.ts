import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { eventTypes, type CaseEvent, type CaseEventType } from "../events";

/** Who tries what: two officials decide, a third has decided nothing; experts score once each. */
const persons: Partial<Record<CaseEventType, readonly string[]>> = {
  LISTED: ["one"],
  LIST_APPROVED: ["one", "two"],
  LIST_REFUSED: ["one", "two"],
  PASS_COUNTY: ["county"],
  VISITED: ["one"],
  RECOMMEND_APPROVAL: ["one", "two"],
  RECOMMEND_REJECTION: ["one", "two"],
  APPROVE: ["one", "two"],
  REJECT: ["one", "two"],
  SEND_BACK: ["one", "two"],
  MEETING_CALLED: ["one"],
  MEETING_AGREED: ["one"],
  MEETING_FAILED: ["one"],
  HEAD_OVERRULED: ["one", "two"],
  HEAD_UPHELD: ["one", "two"],
  REQUEST_CORRECTION: ["one"],
  SELECTED: ["one"],
  NOT_SELECTED: ["one"],
  OBJECTION_ADMITTED: ["one", "two", "three"],
  OBJECTION_SETTLED: ["one", "two", "three"],
  OBJECTION_UPHELD: ["one", "two", "three"],
  DECISION_UPHELD: ["one", "two", "three"],
  DECISION_OVERTURNED: ["one", "two", "three"],
  FOLLOWED_UP: ["one"],
  CHECK_PASSED: ["one"],
  CHECK_FAILED: ["one"],
  RECOVERY_PROPOSED: ["one", "two"],
  RECOVERY_CONFIRMED: ["one", "two"],
  RECOVERY_DROPPED: ["one", "two"],
};

/** Every event that is tried on the machine of an item, by every person who might send it. */
export function alphabetOf(config: RedemptionConfig): CaseEvent[] {
  return eventTypes.flatMap((type): CaseEvent[] => {
    if (type === "CO_AGREE" || type === "CO_DISAGREE")
      return config.coDepartmentIds.map((departmentId) => ({ type, departmentId, actorId: departmentId }));
    if (type === "EXPERT_SCORED") return expertsOf(config).map((actorId) => ({ type, actorId }));
    if (type === "OBJECTION_REFUSED")
      return ["one", "two", "three"].flatMap((actorId) => [true, false].map((last) => ({ type, actorId, last })));
    if (type === "RATED") return [true, false].map((satisfied) => ({ type, satisfied }));
    const known = persons[type];
    return known ? known.map((actorId) => ({ type, actorId }) as CaseEvent) : [{ type } as CaseEvent];
  });
}

/** As many experts as the panel wants. */
export function expertsOf({ experts = 0 }: RedemptionConfig): string[] {
  return Array.from({ length: experts }, (_, index) => `expert${index + 1}`);
}

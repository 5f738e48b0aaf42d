import type { CaseEvent } from "~/features/redemption/domain/events";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { RandomSource } from "./random-source";

/** Where a demo case ends. */
export const endings = ["closed", "payment", "publicity", "approval", "review", "county", "correcting", "rejected", "withdrawn"] as const;
export type Ending = (typeof endings)[number];

const weights: Record<Ending, number> = { closed: 46, payment: 7, publicity: 7, approval: 8, review: 12, county: 7, correcting: 4, rejected: 6, withdrawn: 3 };

/** An ending with the likelihood a busy office shows. */
export function pickEnding(random: RandomSource): Ending {
  let left = random.next() * 100;
  return endings.find((ending) => (left -= weights[ending]) < 0) ?? "closed";
}

export type Persons = { county: string; reviewer: string; approver: string; co: string };

/** The events that lead a case to its ending. */
export function eventsTo(ending: Ending, config: RedemptionConfig, persons: Persons): CaseEvent[] {
  const county: CaseEvent[] = config.countyPreReview ? [{ type: "PASS_COUNTY", actorId: persons.county }] : [];
  const start: CaseEvent[] = [{ type: "SUBMIT" }];
  if (ending === "county") return start;
  if (ending === "withdrawn") return [...start, { type: "WITHDRAW" }];
  const reviewed: CaseEvent[] = [...start, ...county];
  if (ending === "review") return reviewed;
  if (ending === "correcting") return [...reviewed, { type: "REQUEST_CORRECTION", actorId: persons.reviewer }];
  const agreed = config.coDepartmentIds.map((departmentId): CaseEvent => ({ type: "CO_AGREE", departmentId, actorId: persons.co }));
  if (ending === "rejected") return [...reviewed, { type: "RECOMMEND_REJECTION", actorId: persons.reviewer }, { type: "REJECT", actorId: persons.approver }];
  const recommended: CaseEvent[] = [...reviewed, ...agreed, { type: "RECOMMEND_APPROVAL", actorId: persons.reviewer }];
  if (ending === "approval") return recommended;
  const approved: CaseEvent[] = [...recommended, { type: "APPROVE", actorId: persons.approver }, { type: "BUDGET_RESERVED" }];
  if (ending === "publicity") return approved;
  const funded: CaseEvent[] = config.publicityWorkingDays > 0 ? [...approved, { type: "PUBLICITY_ENDED" }] : approved;
  return ending === "payment" ? funded : [...funded, { type: "PAYMENT_BATCHED" }, { type: "PAYMENT_PAID" }];
}

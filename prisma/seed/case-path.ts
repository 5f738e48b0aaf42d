import type { CaseEvent } from "~/features/redemption/domain/events";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { RandomSource } from "./random-source";

/** Where a demo case ends. */
export const endings = [
  "closed",
  "payment",
  "publicity",
  "approval",
  "review",
  "county",
  "panel",
  "correcting",
  "rejected",
  "withdrawn",
] as const;
export type Ending = (typeof endings)[number];

/** Of a hundred cases; where a panel stands with one score is shown by chosen cases alone. */
const weights: Record<Ending, number> = {
  closed: 46,
  payment: 7,
  publicity: 7,
  approval: 8,
  review: 12,
  county: 7,
  panel: 0,
  correcting: 4,
  rejected: 6,
  withdrawn: 3,
};

/** An ending with the likelihood a busy office shows. */
export function pickEnding(random: RandomSource): Ending {
  let left = random.next() * 100;
  return endings.find((ending) => (left -= weights[ending]) < 0) ?? "closed";
}

export type Persons = {
  county: string;
  reviewer: string;
  approver: string;
  head: string;
  co: string;
  experts: readonly string[];
};

/** The events that lead a case to its ending. */
export function eventsTo(ending: Ending, config: RedemptionConfig, persons: Persons): CaseEvent[] {
  return config.workflow === "applyFree" ? listedTo(ending, config, persons) : appliedTo(ending, config, persons);
}

const paid: CaseEvent[] = [{ type: "PAYMENT_BATCHED" }, { type: "PAYMENT_PAID" }, { type: "RATED", satisfied: true }];

/** Cases of a department's list; a firm that has still to confirm stands where others correct. */
function listedTo(ending: Ending, config: RedemptionConfig, { reviewer, approver }: Persons): CaseEvent[] {
  const listed: CaseEvent[] = [{ type: "LISTED", actorId: reviewer }, { type: "CREDIT_PASSED" }];
  if (ending === "rejected") return [...listed, { type: "LIST_REFUSED", actorId: approver }];
  if (["county", "panel", "review", "approval"].includes(ending)) return listed;
  const approved: CaseEvent[] = [...listed, { type: "LIST_APPROVED", actorId: approver }, { type: "BUDGET_RESERVED" }];
  if (ending === "publicity") return approved;
  const waiting: CaseEvent[] = config.publicityWorkingDays > 0 ? [...approved, { type: "PUBLICITY_ENDED" }] : approved;
  if (ending === "correcting") return waiting;
  if (ending === "withdrawn") return [...waiting, { type: "DECLINED" }];
  const confirmed: CaseEvent[] = [...waiting, { type: "CONFIRMED" }];
  return ending === "payment" ? confirmed : [...confirmed, ...paid];
}

function appliedTo(ending: Ending, config: RedemptionConfig, persons: Persons): CaseEvent[] {
  const start: CaseEvent[] = [{ type: "SUBMIT" }];
  const county: CaseEvent[] = config.countyPreReview
    ? [...start, { type: "PASS_COUNTY", actorId: persons.county }]
    : start;
  const scores = persons.experts
    .slice(0, config.experts ?? 0)
    .map((actorId): CaseEvent => ({ type: "EXPERT_SCORED", actorId }));
  const visit: CaseEvent[] = config.siteVisit ? [{ type: "VISITED", actorId: persons.reviewer }] : [];
  const reviewed: CaseEvent[] = [...county, ...scores, ...visit];
  const agreed = config.coDepartmentIds.map((departmentId): CaseEvent => ({
    type: "CO_AGREE",
    departmentId,
    actorId: persons.co,
  }));
  const recommended: CaseEvent[] = [...reviewed, ...agreed, { type: "RECOMMEND_APPROVAL", actorId: persons.reviewer }];
  const selected: CaseEvent[] = config.batch ? [{ type: "SELECTED", actorId: persons.head }] : [];
  const publicity: CaseEvent[] = [
    ...recommended,
    { type: "APPROVE", actorId: persons.approver },
    ...selected,
    { type: "BUDGET_RESERVED" },
  ];
  const payment: CaseEvent[] =
    config.publicityWorkingDays > 0 ? [...publicity, { type: "PUBLICITY_ENDED" }] : publicity;
  const paths: Record<Ending, CaseEvent[]> = {
    county: start,
    panel: [...county, ...scores.slice(0, 1)],
    withdrawn: [...start, { type: "WITHDRAW" }],
    review: reviewed,
    correcting: [...reviewed, { type: "REQUEST_CORRECTION", actorId: persons.reviewer }],
    rejected: [
      ...reviewed,
      { type: "RECOMMEND_REJECTION", actorId: persons.reviewer },
      { type: "REJECT", actorId: persons.approver },
    ],
    approval: recommended,
    publicity,
    payment,
    closed: [...payment, ...paid, { type: "CHECK_PASSED", actorId: persons.reviewer }],
  };
  return paths[ending];
}

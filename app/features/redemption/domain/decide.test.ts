import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseState } from "~/features/claims/domain/case-states";
import { decide, readCase, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { openTasks } from "./tasks";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-development-reform", "city-finance"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};

const reviewer = { actorId: "reviewer" };
const approver = { actorId: "approver" };
const agreed: CaseEvent[] = config.coDepartmentIds.map((departmentId) => ({
  type: "CO_AGREE",
  departmentId,
  actorId: departmentId,
}));
const toRecommended: CaseEvent[] = [
  { type: "SUBMIT" },
  { type: "PASS_COUNTY", actorId: "county" },
  { type: "RECOMMEND_APPROVAL", ...reviewer },
];
const toPublicity: CaseEvent[] = [...toRecommended, ...agreed, { type: "APPROVE", ...approver }];

function follow(events: readonly CaseEvent[], settings = config): StoredSnapshot {
  let stored: StoredSnapshot | null = null;
  for (const event of events) {
    const decision = decide(settings, stored, event);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.code}`);
    stored = decision.stored;
  }
  if (!stored) throw new Error("no event");
  return stored;
}

const stateAfter = (events: readonly CaseEvent[], settings = config): CaseState =>
  readCase(settings, follow(events, settings)).state;
const refusal = (events: readonly CaseEvent[], last: CaseEvent) => {
  const decision = decide(config, follow(events), last);
  return decision.ok ? "accepted" : decision.code;
};

describe("the reviewed mode", () => {
  it("goes from the county to the payment", () => {
    const path: CaseEvent[] = [
      ...toPublicity,
      { type: "PUBLICITY_ENDED" },
      { type: "BUDGET_RESERVED" },
      { type: "PAYMENT_BATCHED" },
      { type: "PAYMENT_PAID" },
    ];
    const states = path.map((_, index) => stateAfter(path.slice(0, index + 1)));
    expect(states).toEqual([
      "countyReview",
      "departmentReview",
      "departmentReview",
      "departmentReview",
      "departmentReview",
      "publicity",
      "budgetCheck",
      "payment",
      "payment",
      "closed",
    ]);
  });

  it("opens the work of each department at its own office", () => {
    const tasks = (events: readonly CaseEvent[]) =>
      openTasks(config, "340503", readCase(config, follow(events)).isIn).map(({ stage, departmentId, regionCode }) => [
        stage,
        departmentId,
        regionCode,
      ]);
    expect(tasks(toRecommended.slice(0, 1))).toEqual([["countyReview", "county-industry", "340503"]]);
    expect(tasks(toRecommended.slice(0, 2))).toEqual([
      ["leadReview", "city-industry", "340500"],
      ["coReview", "city-development-reform", "340500"],
      ["coReview", "city-finance", "340500"],
    ]);
    expect(tasks(toRecommended)[0]).toEqual(["leadApproval", "city-industry", "340500"]);
  });

  it("needs a second person for approval and rejection", () => {
    expect(refusal([...toRecommended, ...agreed], { type: "APPROVE", ...reviewer })).toBe("redemption.same-person");
    expect(refusal(toRecommended, { type: "REJECT", ...reviewer })).toBe("redemption.same-person");
    expect(stateAfter([...toRecommended, { type: "REJECT", ...approver }])).toBe("rejected");
  });

  it("waits for every co-department and stops at one that disagrees", () => {
    expect(stateAfter([...toRecommended, { type: "APPROVE", ...approver }])).toBe("departmentReview");
    const disagreed: CaseEvent[] = [
      ...toRecommended,
      { type: "CO_DISAGREE", departmentId: "city-finance", actorId: "f" },
    ];
    expect(refusal(disagreed, { type: "APPROVE", ...approver })).toBe("redemption.disagreement");
  });

  it("asks for correction once and comes back to where it was", () => {
    const asked: CaseEvent[] = [...toRecommended.slice(0, 2), agreed[0]!, { type: "REQUEST_CORRECTION", ...reviewer }];
    expect(stateAfter(asked)).toBe("correcting");
    const back: CaseEvent[] = [...asked, { type: "RESUBMIT" }];
    const stages = openTasks(config, "340503", readCase(config, follow(back)).isIn).map((task) => task.departmentId);
    expect(stages).toEqual(["city-industry", "city-finance"]);
    expect(refusal(back, { type: "REQUEST_CORRECTION", ...reviewer })).toBe("redemption.correction-spent");
    expect(stateAfter([...asked, { type: "CORRECTION_OVERDUE" }])).toBe("lapsed");
  });

  it("lets a firm withdraw before a decision only", () => {
    expect(stateAfter([...toRecommended, { type: "WITHDRAW" }])).toBe("withdrawn");
    expect(refusal(toPublicity, { type: "WITHDRAW" })).toBe("redemption.not-allowed");
  });

  it("stops at an open objection", () => {
    const objected: CaseEvent[] = [...toPublicity, { type: "OBJECTION_RAISED" }];
    expect(refusal(objected, { type: "PUBLICITY_ENDED" })).toBe("redemption.objection-open");
    const unread: CaseEvent[] = [...objected, { type: "OBJECTION_UNREAD" }];
    expect(refusal(unread, { type: "PUBLICITY_ENDED" }), "silence admits it").toBe("redemption.objection-open");
    expect(stateAfter([...unread, { type: "OBJECTION_SETTLED", actorId: "third" }, { type: "PUBLICITY_ENDED" }])).toBe(
      "budgetCheck",
    );
    const refused = (last: boolean): CaseEvent => ({ type: "OBJECTION_REFUSED", actorId: "third", last });
    expect(stateAfter([...objected, refused(true), { type: "PUBLICITY_ENDED" }])).toBe("budgetCheck");
    expect(refusal([...objected, refused(false)], { type: "PUBLICITY_ENDED" }), "another one waits to be read").toBe(
      "redemption.objection-open",
    );
  });

  it("goes straight to payment after publicity when the budget was reserved at approval", () => {
    expect(stateAfter([...toPublicity, { type: "BUDGET_RESERVED" }, { type: "PUBLICITY_ENDED" }])).toBe("payment");
  });

  it("waits for a budget that is used up", () => {
    const waiting: CaseEvent[] = [...toPublicity, { type: "PUBLICITY_ENDED" }, { type: "BUDGET_EXHAUSTED" }];
    expect(stateAfter(waiting)).toBe("awaitingBudget");
    expect(stateAfter([...waiting, { type: "BUDGET_RESERVED" }])).toBe("payment");
  });

  it("pays again after the bank sent the money back", () => {
    const paidOut: CaseEvent[] = [
      ...toPublicity,
      { type: "BUDGET_RESERVED" },
      { type: "PUBLICITY_ENDED" },
      { type: "PAYMENT_BATCHED" },
    ];
    expect(
      stateAfter([...paidOut, { type: "PAYMENT_RETURNED" }, { type: "PAYMENT_BATCHED" }, { type: "PAYMENT_PAID" }]),
    ).toBe("closed");
  });

  it("takes a closed case up again when the money comes back, and goes on where rating and check stood", () => {
    const closed: CaseEvent[] = [
      ...toPublicity,
      { type: "BUDGET_RESERVED" },
      { type: "PUBLICITY_ENDED" },
      { type: "PAYMENT_BATCHED" },
      { type: "PAYMENT_PAID" },
    ];
    const rated: CaseEvent[] = [...closed, { type: "RATED", satisfied: true }, { type: "CHECK_PASSED", ...reviewer }];
    const back: CaseEvent[] = [...rated, { type: "PAYMENT_RETURNED" }];
    expect(stateAfter(back)).toBe("payment");
    expect(refusal(back, { type: "PAYMENT_PAID" })).toBe("redemption.not-allowed");
    const { isIn } = readCase(config, follow([...back, { type: "PAYMENT_BATCHED" }, { type: "PAYMENT_PAID" }]));
    expect(["closed.rating.done", "closed.check.passed", "closed.money.kept"].every(isIn)).toBe(true);
    expect(refusal([...closed, { type: "RECOVERY_PROPOSED", ...reviewer }], { type: "PAYMENT_RETURNED" })).toBe(
      "redemption.recovery-open",
    );
  });

  it("is built from the item: no county, no co-departments, no publicity", () => {
    const short = { ...config, countyPreReview: false, coDepartmentIds: [], publicityWorkingDays: 0 };
    expect(
      stateAfter(
        [{ type: "SUBMIT" }, { type: "RECOMMEND_APPROVAL", ...reviewer }, { type: "APPROVE", ...approver }],
        short,
      ),
    ).toBe("budgetCheck");
  });
});

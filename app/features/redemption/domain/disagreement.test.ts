import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, readCase, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: false,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-finance", "city-science"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};
const answer = (type: "CO_AGREE" | "CO_DISAGREE", departmentId: string): CaseEvent => ({
  type,
  departmentId,
  actorId: departmentId,
});
const recommended: CaseEvent[] = [{ type: "SUBMIT" }, { type: "RECOMMEND_APPROVAL", actorId: "first" }];
const approve: CaseEvent = { type: "APPROVE", actorId: "second" };

function after(events: readonly CaseEvent[]) {
  const stored = events.reduce<StoredSnapshot | null>((before, event) => {
    const decision = decide(config, before, event);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.code}`);
    return decision.stored;
  }, null);
  return { stored, ...readCase(config, stored) };
}

describe("a co-department that disagrees", () => {
  it.each([
    ["last", [answer("CO_AGREE", "city-finance"), answer("CO_DISAGREE", "city-science")]],
    ["first", [answer("CO_DISAGREE", "city-science"), answer("CO_AGREE", "city-finance")]],
  ])("after the approval, %s, brings the case back to the approver", (_when, answers) => {
    const held = after([...recommended, approve, ...answers]);
    expect(held.state).toBe("departmentReview");
    expect(held.stands("review.departments.lead.recommended")).toBe(true);
    expect(held.can(approve)).toBe(false);
    expect(held.can({ type: "REJECT", actorId: "second" })).toBe(true);
  });

  it("is asked again when the case is sent back, and then it can go on", () => {
    const back: CaseEvent[] = [
      ...recommended,
      answer("CO_DISAGREE", "city-science"),
      { type: "SEND_BACK", actorId: "second" },
      { type: "RECOMMEND_APPROVAL", actorId: "first" },
    ];
    expect(after(back).stands("review.departments.co:city-science.reviewing")).toBe(true);
    expect(
      after([...back, answer("CO_AGREE", "city-science"), answer("CO_AGREE", "city-finance"), approve]).state,
    ).toBe("publicity");
  });

  it("is named among the answers a case waits for", () => {
    const decision = decide(config, after(recommended).stored, { type: "SUBMIT" });
    expect(decision.ok ? [] : decision.allowed).toEqual(expect.arrayContaining(["CO_AGREE", "CO_DISAGREE"]));
  });
});

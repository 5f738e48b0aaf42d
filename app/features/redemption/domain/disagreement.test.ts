import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, readCase, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { openTasks } from "./tasks";
import { openWaits } from "./waits";

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
    expect(held.isIn("review.departments.lead.recommended")).toBe(true);
    expect(held.can(approve)).toBe(false);
    expect(held.can({ type: "REJECT", actorId: "second" })).toBe(true);
  });

  const disputed = [...recommended, answer("CO_AGREE", "city-finance"), answer("CO_DISAGREE", "city-science")];
  const by = (type: "MEETING_CALLED" | "MEETING_AGREED" | "MEETING_FAILED" | "HEAD_OVERRULED" | "HEAD_UPHELD") =>
    ({ type, actorId: "head" }) as CaseEvent;

  it.each<[string, CaseEvent[]]>([
    ["a joint meeting that agrees", [by("MEETING_CALLED"), by("MEETING_AGREED")]],
    ["the head at once", [by("HEAD_OVERRULED")]],
    ["the head after a meeting that failed", [by("MEETING_CALLED"), by("MEETING_FAILED"), by("HEAD_OVERRULED")]],
    ["the head after the term", [{ type: "CONFERRAL_OVERDUE" }, by("HEAD_OVERRULED")]],
    [
      "the head after a meeting without conclusion",
      [by("MEETING_CALLED"), { type: "CONFERRAL_OVERDUE" }, by("HEAD_OVERRULED")],
    ],
  ])("is settled by %s; then the approval is open, and another person's", (_how, steps) => {
    const settled = after([...disputed, ...steps]);
    expect(settled.can({ type: "APPROVE", actorId: "first" })).toBe(false);
    expect(after([...disputed, ...steps, approve]).state).toBe("publicity");
  });

  it("that the head shares ends in a refusal, or in a new look at the case", () => {
    const shared = after([...disputed, by("HEAD_UPHELD")]);
    expect(shared.can(approve)).toBe(false);
    expect(shared.can({ type: "REJECT", actorId: "head" }), "the head spoke first, somebody else refuses").toBe(false);
    expect(after([...disputed, by("HEAD_UPHELD"), { type: "REJECT", actorId: "second" }]).state).toBe("rejected");
    const back = after([...disputed, by("HEAD_UPHELD"), { type: "SEND_BACK", actorId: "second" }]);
    expect(back.isIn("review.departments.co:city-science.reviewing")).toBe(true);
    expect(back.isIn("review.departments.accord.none")).toBe(true);
  });

  it("opens work at the lead department and a term, and then work of its head", () => {
    const work = (events: CaseEvent[]) => openTasks(config, "", after(events).isIn).map(({ stage }) => stage);
    const terms = (events: CaseEvent[]) => openWaits(config, after(events).isIn).map(({ kind }) => kind);
    expect(work(disputed)).toEqual(["leadApproval", "conferral"]);
    expect(terms([...disputed, by("MEETING_CALLED")]), "calling a meeting gains no time").toEqual(["conferral"]);
    expect(work([...disputed, { type: "CONFERRAL_OVERDUE" }])).toEqual(["leadApproval", "headDecision"]);
  });

  it("of another department after a settlement is a new one", () => {
    const early = [...recommended, answer("CO_DISAGREE", "city-science"), by("HEAD_OVERRULED")];
    const again = after([...early, answer("CO_DISAGREE", "city-finance")]);
    expect(again.isIn("review.departments.accord.conferring")).toBe(true);
    expect(again.context.disagreeing).toEqual(["city-finance"]);
    expect(again.can(approve)).toBe(false);
  });

  it("is not heard from a department that has answered", () => {
    expect(after(disputed).can(answer("CO_DISAGREE", "city-finance"))).toBe(false);
    expect(after(disputed).can(by("MEETING_AGREED")), "no meeting was called").toBe(false);
  });

  it("is asked again when the case is sent back, and then it can go on", () => {
    const back: CaseEvent[] = [
      ...recommended,
      answer("CO_DISAGREE", "city-science"),
      { type: "SEND_BACK", actorId: "second" },
      { type: "RECOMMEND_APPROVAL", actorId: "first" },
    ];
    expect(after(back).isIn("review.departments.co:city-science.reviewing")).toBe(true);
    expect(
      after([...back, answer("CO_AGREE", "city-science"), answer("CO_AGREE", "city-finance"), approve]).state,
    ).toBe("publicity");
  });

  it("is named among the answers a case waits for", () => {
    const decision = decide(config, after(recommended).stored, { type: "SUBMIT" });
    expect(decision.ok ? [] : decision.allowed).toEqual(expect.arrayContaining(["CO_AGREE", "CO_DISAGREE"]));
  });
});

import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, machineText, readCase, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { countyDepartment, financeDepartment, openTasks } from "./tasks";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: false,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-science"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 4, correction: 10 },
  promisedWorkingDays: 60,
};

function after(events: readonly CaseEvent[]): StoredSnapshot | null {
  return events.reduce<StoredSnapshot | null>((stored, event) => {
    const decision = decide(config, stored, event);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.code}`);
    return decision.stored;
  }, null);
}

const submitted: CaseEvent[] = [{ type: "SUBMIT" }];
const refusing: CaseEvent[] = [...submitted, { type: "RECOMMEND_REJECTION", actorId: "first" }];
const recommended: CaseEvent[] = [...submitted, { type: "RECOMMEND_APPROVAL", actorId: "first" }];
const closed: CaseEvent[] = [
  ...recommended,
  { type: "CO_AGREE", departmentId: "city-science", actorId: "s" },
  { type: "APPROVE", actorId: "second" },
  { type: "PUBLICITY_ENDED" },
  { type: "BUDGET_RESERVED" },
  { type: "PAYMENT_BATCHED" },
  { type: "PAYMENT_PAID" },
];
const codeOf = (events: readonly CaseEvent[], event: CaseEvent) => {
  const decision = decide(config, after(events), event);
  return decision.ok ? "accepted" : decision.code;
};

describe("a refused event", () => {
  it.each<[string, CaseEvent[], CaseEvent]>([
    ["nothing is reviewed before it is sent in", [], { type: "RECOMMEND_APPROVAL", actorId: "first" }],
    ["nothing is sent in twice", submitted, { type: "SUBMIT" }],
    ["nothing is approved without a recommendation", submitted, { type: "APPROVE", actorId: "second" }],
    ["nothing is approved that was recommended for rejection", refusing, { type: "APPROVE", actorId: "second" }],
    [
      "no department answers that was not asked",
      submitted,
      { type: "CO_AGREE", departmentId: "city-housing", actorId: "h" },
    ],
    ["nobody corrects without a notice", submitted, { type: "RESUBMIT" }],
    ["no county review where none is configured", submitted, { type: "PASS_COUNTY", actorId: "c" }],
    ["nothing is paid outside a batch", closed.slice(0, -2), { type: "PAYMENT_PAID" }],
    ["nothing is paid twice", closed, { type: "PAYMENT_PAID" }],
    ["nothing is withdrawn at the end", closed, { type: "WITHDRAW" }],
  ])("%s", (_what, events, event) => expect(codeOf(events, event)).toBe("redemption.not-allowed"));

  it("says what may be done instead and leaves the stored case as it is", () => {
    const stored = after(submitted);
    const copy = structuredClone(stored);
    const decision = decide(config, stored, { type: "SUBMIT" });
    expect(decision).toMatchObject({ ok: false, code: "redemption.not-allowed" });
    expect(decision.ok ? [] : decision.allowed).toEqual(
      expect.arrayContaining(["WITHDRAW", "RECOMMEND_APPROVAL", "RECOMMEND_REJECTION", "REQUEST_CORRECTION"]),
    );
    expect(decision.ok ? [] : decision.allowed).not.toContain("SUBMIT");
    expect(stored).toEqual(copy);
  });

  it("keeps a rejection for the second person, too", () => {
    expect(codeOf(refusing, { type: "REJECT", actorId: "first" })).toBe("redemption.same-person");
    expect(codeOf(refusing, { type: "SEND_BACK", actorId: "first" })).toBe("redemption.same-person");
    expect(codeOf(refusing, { type: "REJECT", actorId: "second" })).toBe("accepted");
  });

  it("lets the second person become first reviewer after sending back, and then not approve", () => {
    const again: CaseEvent[] = [
      ...refusing,
      { type: "SEND_BACK", actorId: "second" },
      { type: "RECOMMEND_APPROVAL", actorId: "second" },
      { type: "CO_AGREE", departmentId: "city-science", actorId: "s" },
    ];
    expect(codeOf(again, { type: "APPROVE", actorId: "second" })).toBe("redemption.same-person");
    expect(codeOf(again, { type: "APPROVE", actorId: "first" })).toBe("accepted");
  });
});

describe("a stored case", () => {
  it("survives the way through JSON at every step", () => {
    for (let count = 1; count <= closed.length; count += 1) {
      const stored = after(closed.slice(0, count));
      expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
      expect(readCase(config, JSON.parse(JSON.stringify(stored)) as StoredSnapshot).state).toBe(
        readCase(config, stored).state,
      );
    }
  });

  it("is not corrected any more once somebody has recommended it", () => {
    expect(codeOf(recommended, { type: "REQUEST_CORRECTION", actorId: "second" })).toBe("redemption.not-allowed");
  });

  it("remembers through JSON where a correction was asked", () => {
    const asked = after([
      ...submitted,
      { type: "CO_AGREE", departmentId: "city-science", actorId: "s" },
      { type: "REQUEST_CORRECTION", actorId: "second" },
    ]);
    const back = decide(config, JSON.parse(JSON.stringify(asked)) as StoredSnapshot, { type: "RESUBMIT" });
    expect(
      back.ok &&
        back.isIn("review.departments.lead.reviewing") &&
        back.isIn("review.departments.co:city-science.agreed"),
    ).toBe(true);
  });

  it("runs on a machine whose text tells other configurations apart", () => {
    const others: RedemptionConfig[] = [
      { ...config, countyPreReview: true },
      { ...config, publicityWorkingDays: 0 },
      { ...config, coDepartmentIds: [] },
    ];
    expect(new Set([config, ...others].map((each) => machineText(each))).size).toBe(4);
    expect(machineText({ ...config, stageWorkingDays: { ...config.stageWorkingDays, payment: 9 } })).toBe(
      machineText(config),
    );
  });
});

describe("the work of a case", () => {
  it("lies with the treasury of the level that pays, in the days of its stage", () => {
    const { isIn } = readCase(config, after(closed.slice(0, -2)));
    expect(openTasks(config, "340503", isIn)).toEqual([
      { stage: "payment", departmentId: "city-finance", regionCode: "340500", workingDays: 4 },
    ]);
    expect(financeDepartment({ level: "province" })).toBe("province-finance");
  });

  it("goes to the county's office of the same function", () => {
    expect(countyDepartment("city-industry")).toBe("county-industry");
    expect(countyDepartment("province-science")).toBe("county-science");
    expect(countyDepartment("county-industry")).toBe("county-industry");
  });

  it("is nobody's office while the firm corrects, during publicity and after a refusal", () => {
    for (const events of [
      [...submitted, { type: "REQUEST_CORRECTION", actorId: "first" }] as CaseEvent[],
      closed.slice(0, 4),
      [...refusing, { type: "REJECT", actorId: "second" }] as CaseEvent[],
    ]) {
      expect(openTasks(config, "340503", readCase(config, after(events)).isIn)).toEqual([]);
    }
  });
});

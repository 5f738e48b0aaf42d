import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { consequencesOf, type Consequences, type Moved } from "./consequences";
import { decide, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";

const config: RedemptionConfig = {
  mode: "申报审批",
  workflow: "reviewed",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-science"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};

const item = { title: "研发奖补", english: undefined, amount: { instalments: null } };
const firm = { enterpriseId: "firm", firmName: "示例有限公司", firmRegion: "340503", item, recusals: [] };

type Told = { event: CaseEvent; payload?: Moved["advance"]["payload"] };

/** The last of these steps, and what follows from it, in words. */
function lastOf(steps: readonly (CaseEvent | Told)[], settings = config): { said: object; follows: Consequences } {
  let stored: StoredSnapshot | null = null;
  let tasks: { id: string; stage: string; departmentId: string }[] = [];
  let waits: string[] = ["draft"];
  let last: { said: object; follows: Consequences } | null = null;
  for (const [version, step] of steps.entries()) {
    const advance: Told = "event" in step ? step : { event: step };
    const decision = decide(settings, stored, advance.event);
    if (!decision.ok) throw new Error(`${advance.event.type}: ${decision.code}`);
    const row = { id: "case", version, ...firm, claimedFen: 30_000_00n, approvedFen: 30_000_00n, tasks, waits };
    const follows = consequencesOf({ row, config: settings, decision, advance });
    last = { said: inWords(follows, tasks), follows };
    stored = decision.stored;
    tasks = [
      ...tasks.filter(({ id }) => !follows.tasks.close.includes(id)),
      ...follows.tasks.open.map((task) => ({ ...task, id: `${version}:${task.stage}` })),
    ];
    waits = [
      ...waits.filter((kind) => !follows.waits.stop.includes(kind)),
      ...follows.waits.start.map(({ kind }) => kind),
    ];
  }
  if (!last) throw new Error("no step");
  return last;
}

/** What follows, without what doesn't. */
function inWords(follows: Consequences, before: readonly { id: string; stage: string }[]): object {
  const { tasks, waits, notices, documents, ...rest } = follows;
  const said = {
    done: before.filter(({ id }) => tasks.close.includes(id)).map(({ stage }) => stage),
    begun: tasks.open.map(({ stage, departmentId, workingDays }) => `${stage} ${departmentId} ${workingDays}`),
    stopped: waits.stop,
    runs: waits.start.map(({ kind, days, working, event }) => `${kind} ${days}${working ? " working" : ""} ${event}`),
    told: notices.map(({ to, kind }) => `${kind} ${"office" in to ? to.office?.departmentId : "firm"}`),
    documents,
    ...rest,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== null && value !== false,
    ),
  );
}

const submitted: CaseEvent[] = [{ type: "SUBMIT" }];
const asked: CaseEvent[] = [...submitted, { type: "REQUEST_CORRECTION", actorId: "county" }];
const passed: CaseEvent[] = [...submitted, { type: "PASS_COUNTY", actorId: "county" }];
const agreed: CaseEvent[] = [...passed, { type: "CO_AGREE", departmentId: "city-science", actorId: "science" }];
const recommended: CaseEvent[] = [...agreed, { type: "RECOMMEND_APPROVAL", actorId: "one" }];
const approved: CaseEvent[] = [...recommended, { type: "APPROVE", actorId: "two" }];
const reserved: CaseEvent[] = [...approved, { type: "BUDGET_RESERVED" }];
const due: CaseEvent[] = [...reserved, { type: "PUBLICITY_ENDED" }];
const paid: CaseEvent[] = [...due, { type: "PAYMENT_BATCHED" }, { type: "PAYMENT_PAID" }];
const objected: CaseEvent[] = [...reserved, { type: "OBJECTION_RAISED" }];

/**
 * 行政许可法 art. 32: acceptance in writing, one notice of all that is to be corrected; art. 38: a refusal in writing, with its
 * reasons. 行政复议法 art. 20: sixty days. The item says the working days of its stages and of the publicity.
 */
describe("what follows on the way to the payment", () => {
  it.each<[string, readonly CaseEvent[], object]>([
    [
      "handed in: accepted in writing, the county has the case",
      submitted,
      {
        stopped: ["draft"],
        begun: ["countyReview county-industry 5"],
        told: ["case.countyReview firm", "taskOpened county-industry"],
        documents: ["application", "acceptance"],
      },
    ],
    [
      "to be corrected: one notice with its term, no office has work",
      asked,
      {
        done: ["countyReview"],
        runs: ["correction 10 working CORRECTION_OVERDUE"],
        told: ["case.correcting firm"],
        documents: ["correction"],
        correction: "asked",
      },
    ],
    [
      "corrected: the office that asked has it again",
      [...asked, { type: "RESUBMIT" }],
      {
        stopped: ["correction"],
        begun: ["countyReview county-industry 5"],
        told: ["case.countyReview firm", "taskOpened county-industry"],
        documents: ["application"],
        correction: "ended",
      },
    ],
    [
      "not corrected in time: it lapses",
      [...asked, { type: "CORRECTION_OVERDUE" }],
      { stopped: ["correction"], told: ["case.lapsed firm"], correction: "ended" },
    ],
    [
      "passed by the county: lead and co-department at the same time",
      passed,
      {
        done: ["countyReview"],
        begun: ["leadReview city-industry 10", "coReview city-science 7"],
        told: ["case.departmentReview firm", "taskOpened city-industry", "taskOpened city-science"],
      },
    ],
    ["agreed to by the co-department", agreed, { done: ["coReview"] }],
    [
      "recommended: a second person decides",
      recommended,
      { done: ["leadReview"], begun: ["leadApproval city-industry 10"], told: ["taskOpened city-industry"] },
    ],
    [
      "sent back by the second person: reviewed again",
      [...recommended, { type: "SEND_BACK", actorId: "two" }],
      { done: ["leadApproval"], begun: ["leadReview city-industry 10"], told: ["taskOpened city-industry"] },
    ],
    [
      "approved: decided in writing, made public, money set aside",
      approved,
      {
        done: ["leadApproval"],
        runs: ["publicity 5 working PUBLICITY_ENDED"],
        told: ["case.publicity firm"],
        documents: ["approval", "publicity"],
        publicity: "begun",
        obligations: "begun",
        asks: "money",
      },
    ],
    ["money set aside", reserved, {}],
    [
      "made public without objection: listed for payment",
      due,
      {
        stopped: ["publicity"],
        begun: ["payment city-finance 3"],
        told: ["case.payment firm"],
        publicity: "ended",
        money: "payable",
      },
    ],
    [
      "paid: told in writing, the firm may rate, the office evaluates",
      paid,
      {
        done: ["payment"],
        runs: ["rating 30 RATING_OVERDUE"],
        begun: ["evaluation city-industry 60"],
        told: ["case.closed firm", "taskOpened city-industry"],
        documents: ["payment"],
      },
    ],
  ])("%s", (_name, steps, expected) => expect(lastOf(steps).said).toEqual(expected));
});

describe("what follows beside it", () => {
  it.each<[string, readonly CaseEvent[], object]>([
    [
      "refused: in writing, and sixty days to ask again",
      [...agreed, { type: "RECOMMEND_REJECTION", actorId: "one" }, { type: "REJECT", actorId: "two" }],
      {
        done: ["leadApproval"],
        runs: ["reconsideration 60 RECONSIDERATION_OVERDUE"],
        told: ["case.rejected firm"],
        documents: ["rejection"],
      },
    ],
    [
      "objected to: the publicity stands still until it is read",
      objected,
      {
        stopped: ["publicity"],
        begun: ["admission city-industry 1"],
        runs: ["admission 1 working OBJECTION_UNREAD"],
        told: ["taskOpened city-industry"],
      },
    ],
    [
      "objected to and not read in time: admitted",
      [...objected, { type: "OBJECTION_UNREAD" }],
      {
        done: ["admission"],
        stopped: ["admission"],
        begun: ["objection city-industry 10"],
        told: ["taskOpened city-industry"],
        admitsUnread: true,
      },
    ],
    [
      "objection answered: the publicity runs on",
      [...objected, { type: "OBJECTION_UNREAD" }, { type: "OBJECTION_SETTLED", actorId: "three" }],
      { done: ["objection"], runs: ["publicity 5 working PUBLICITY_ENDED"], publicity: "resumed" },
    ],
    [
      "objection upheld: the decision falls, with its money and what it obliges to",
      [...objected, { type: "OBJECTION_UNREAD" }, { type: "OBJECTION_UPHELD", actorId: "three" }],
      {
        done: ["objection"],
        begun: ["leadReview city-industry 10", "coReview city-science 7"],
        told: ["case.departmentReview firm", "taskOpened city-industry", "taskOpened city-science"],
        publicity: "ended",
        obligations: "dropped",
        money: "freed",
      },
    ],
    [
      "paid, and the bank sends it back: due again, the department hears of it, nothing is listed twice",
      [...paid, { type: "PAYMENT_RETURNED" }],
      {
        done: ["evaluation"],
        stopped: ["rating"],
        begun: ["payment city-finance 3"],
        told: ["caseReopened city-industry"],
      },
    ],
    [
      "asked back: no further part is paid until a second person has decided",
      [...paid, { type: "RECOVERY_PROPOSED", actorId: "one" }],
      { begun: ["recoveryApproval city-industry 5"], told: ["taskOpened city-industry"], instalments: "held" },
    ],
  ])("%s", (_name, steps, expected) => expect(lastOf(steps).said).toEqual(expected));

  it("of an apply-free case that no money was left for and its firm doesn't confirm, obligations end, and nothing is freed", () => {
    const listed: CaseEvent[] = [
      { type: "LISTED", actorId: "one" },
      { type: "CREDIT_PASSED" },
      { type: "LIST_APPROVED", actorId: "two" },
      { type: "PUBLICITY_ENDED" },
      { type: "CONFIRM_OVERDUE" },
    ];
    expect(lastOf(listed, { ...config, mode: "免申即享", workflow: "applyFree", coDepartmentIds: [] }).said).toEqual({
      stopped: ["confirmation"],
      told: ["case.unconfirmed firm"],
      obligations: "dropped",
    });
  });
});

describe("a notice", () => {
  const decide = (payload: Told["payload"]) =>
    lastOf([...recommended, { event: { type: "APPROVE", actorId: "two" }, payload }]).follows.notices;

  it("tells the firm the sum, and why it isn't the one computed", () => {
    expect(decide({ approvedFen: 20_000_00n, sumReason: "一台设备不在目录内" })).toMatchObject([
      { kind: "case.publicity", to: { enterpriseId: "firm" }, params: { sum: "2万元" }, dedupKey: "case:case:4" },
      {
        kind: "case.sumDiffers",
        params: { sum: "2万元", computed: "3万元", reason: "一台设备不在目录内" },
        dedupKey: "sum:case:4",
      },
    ]);
    expect(decide({ approvedFen: 30_000_00n }).map(({ kind }) => kind)).toEqual(["case.publicity"]);
  });
});

import { expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { explore } from "./explore";
import { isOffered, journey } from "./legs";

const config: RedemptionConfig = {
  workflow: "reviewed",
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: false,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-science"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};
const found = explore(config);
const way = journey(config, found);

it("leads to every state by steps that somebody can take, or through it within one", () => {
  expect([...found.states.keys()].filter((key) => !way.paths.has(key) && !way.passed.has(key))).toEqual([]);
});

it("knows no way on where a step has no owner", () => {
  const withoutObjections = { ...found, edges: found.edges.filter(({ event }) => event.type !== "OBJECTION_RAISED") };
  const reached = journey(config, withoutObjections).paths;
  expect(
    [...found.states].filter(([key, { value }]) => JSON.stringify(value).includes("disputed") && reached.has(key)),
  ).toEqual([]);
});

it("asks for the money where a case enters publicity or the budget check, and waits where there is none", () => {
  const all = [...way.legs.values()].flat();
  const entering = (type: string) =>
    new Set(
      all
        .filter((leg) => leg.event.type === type && leg.money !== null)
        .map((leg) => `${leg.money} ${leg.own.map((own) => own.type).join()}`),
    );
  expect(entering("APPROVE")).toEqual(new Set(["there BUDGET_RESERVED", "short "]));
  expect(entering("PUBLICITY_ENDED")).toEqual(new Set(["there BUDGET_RESERVED", "short BUDGET_EXHAUSTED"]));
});

it("takes a yearly round only with the money for it, and leads to every state but those of a round without", () => {
  const yearly = { ...config, batch: { quota: 1, proRata: false }, experts: 1 };
  const model = explore(yearly);
  const { legs, paths, passed, unfunded } = journey(yearly, model);
  const all = [...legs.values()].flat();
  const money = (type: string) => new Set(all.filter(({ event }) => event.type === type).map((leg) => leg.money));
  expect(money("SELECTED")).toEqual(new Set(["there"]));
  expect(money("NOT_SELECTED")).toEqual(new Set(["there"]));
  const states = [...model.states];
  expect(states.filter(([key]) => !paths.has(key) && !passed.has(key)).map(([key]) => key)).toEqual([...unfunded]);
  expect(
    new Set(
      states
        .filter(([key]) => unfunded.has(key))
        .map(([, { value, context }]) => `${JSON.stringify(value)} ${context.reserved}`),
    ),
  ).toEqual(
    new Set([
      '{"publicity":"screening"} false',
      '{"publicity":"disputed"} false',
      '"budgetCheck" false',
      '"awaitingBudget" false',
    ]),
  );
  expect(way.unfunded).toEqual(new Set());
});

it("offers a step of an official where the office has the work", () => {
  const value = { review: { departments: { lead: "reviewing", "co:city-science": "disagreed" } } };
  expect(isOffered(config, { value }, { type: "RECOMMEND_APPROVAL", actorId: "one" })).toBe(true);
  expect(isOffered(config, { value }, { type: "SEND_BACK", actorId: "two" })).toBe(false);
  expect(isOffered(config, { value }, { type: "CO_AGREE", actorId: "s", departmentId: "city-science" })).toBe(false);
  expect(isOffered(config, { value }, { type: "WITHDRAW" })).toBe(true);
});

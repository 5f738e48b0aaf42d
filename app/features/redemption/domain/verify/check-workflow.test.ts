import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { decide, readCase, type StoredSnapshot } from "../decide";
import { redemptionMachine } from "../machine";
import { alphabetOf } from "./alphabet";
import { shapesOf } from "./catalogue-shapes";
import { checkWorkflow } from "./check-workflow";
import { explore, shortestPaths } from "./explore";

const catalogue = loadCatalogueFiles("rules");
const shapes = shapesOf(
  catalogue.items.map((item) => ({ itemId: item.id, config: redemptionConfigOf(item, catalogue) })),
);
const modest = shapes.filter(({ config }) => config.coDepartmentIds.length < 2);

describe("the workflows that the catalogue uses", () => {
  it("are the three modes in nineteen forms, of every item", () => {
    expect(shapes).toHaveLength(19);
    expect(shapes.reduce((sum, { itemIds }) => sum + itemIds.length, 0)).toBe(935);
    expect(new Set(shapes.map(({ config }) => config.workflow))).toEqual(
      new Set(["applyFree", "fastTrack", "reviewed"]),
    );
  });

  it.each(modest.map((shape) => [shape.name, shape.config] as const))(
    "%s keeps the law on every path",
    (_name, config) => {
      const report = checkWorkflow(config);
      expect(report.violations).toEqual([]);
      expect(report.states).toBeGreaterThan(50);
    },
  );

  it("leave a stored case as it is where they refuse", () => {
    const [shape] = shapes.filter(({ config }) => config.workflow === "applyFree");
    if (!shape) throw new Error("no apply-free item");
    let refused = 0;
    for (const path of shortestPaths(explore(shape.config)).values()) {
      const stored = path.reduce<StoredSnapshot | null>((before, event) => {
        const decision = decide(shape.config, before, event);
        return decision.ok ? decision.stored : before;
      }, null);
      const copy = structuredClone(stored);
      for (const event of alphabetOf(shape.config)) if (!decide(shape.config, stored, event).ok) refused += 1;
      expect(stored).toEqual(copy);
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it("pay in three steps where the firm only confirms or commits itself", () => {
    const shape = shapes.find(({ name }) => name === "fastTrack");
    if (!shape) throw new Error("no fast-track item");
    const paths = [...shortestPaths(explore(shape.config)).values()];
    const paid = paths
      .filter(
        (path) =>
          readCase(
            shape.config,
            path.reduce<StoredSnapshot | null>((before, event) => {
              const decision = decide(shape.config, before, event);
              return decision.ok ? decision.stored : before;
            }, null),
          ).state === "closed",
      )
      .toSorted((a, b) => a.length - b.length)[0];
    expect(paid?.map(({ type }) => type)).toEqual([
      "SUBMIT",
      "RECOMMEND_APPROVAL",
      "APPROVE",
      "BUDGET_RESERVED",
      "PAYMENT_BATCHED",
      "PAYMENT_PAID",
    ]);
    const { leadReview, leadApproval = 0, payment } = shape.config.stageWorkingDays;
    expect(leadReview + leadApproval + payment).toBe(3);
  });
});

describe("an unsound machine is found out", () => {
  const config = shapes.find(({ name }) => name === "reviewed + publicity")!.config;
  const lawsBroken = (machine: ReturnType<typeof redemptionMachine>) =>
    new Set(checkWorkflow(config, explore(config, machine)).violations.map((text) => text.split(":")[0]));
  const loosened = (...guards: string[]) =>
    redemptionMachine(config).provide({ guards: Object.fromEntries(guards.map((guard) => [guard, () => true])) });

  it.each<[string[], string]>([
    [["mayApprove"], "paid without two different people"],
    [["isAnotherPerson"], "rejected by one person"],
    [["isUninvolved"], "looked into by somebody who had decided"],
    [["isAnotherRecoverer"], "recovery by one person"],
    [["mayCorrect"], "a second correction notice"],
    [["mayReconsider"], "a second reconsideration"],
    [["isReserved"], "paid without money set aside"],
  ])("without %j", (guards, law) => expect(lawsBroken(loosened(...guards))).toContain(law));

  it("that goes past publicity", () =>
    expect(lawsBroken(redemptionMachine({ ...config, publicityWorkingDays: 0 }))).toContain("publicity skipped"));
  it("that never hears an event", () =>
    expect(lawsBroken(redemptionMachine(config).provide({ guards: { mayCorrect: () => false } }))).toEqual(
      new Set(["dead event", "never reached"]),
    ));
});

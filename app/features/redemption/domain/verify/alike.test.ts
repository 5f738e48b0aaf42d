import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { canonicalJson } from "~/kernel/canonical-json";
import { coRegion } from "../co-region";
import { redemptionMachine } from "../machine";
import { base } from "../machine-base";
import { renamed, renaming } from "./alike";
import { checkWorkflow } from "./check-workflow";
import { explore } from "./explore";

const three = ["city-finance", "city-industry", "city-science"];
const configOf = (coDepartmentIds: string[]): RedemptionConfig => ({
  workflow: "reviewed",
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: false,
  leadDepartmentId: "city-commerce",
  coDepartmentIds,
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
});
type Machine = ReturnType<typeof redemptionMachine>;

function ordersOf(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) => ordersOf(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

/** A text about a case under the names that make it the first by the alphabet: the same for all that differ in names alone. */
function nameless(text: string, ids: readonly string[]): string {
  if (!ids.some((id) => text.includes(id))) return text;
  const [, law = "", json] = /^(.*?: )?(\[.*)$/.exec(text) ?? [];
  if (!json) return text;
  const known = JSON.parse(json) as unknown;
  return ordersOf(ids)
    .map((order) => law + canonicalJson(renamed(known, renaming(ids, order))))
    .sort()[0]!;
}

/** What is found when all names matter, without names, and what is found without them. */
function both(ids: string[], machine: Machine = redemptionMachine(configOf(ids))) {
  const config = configOf(ids);
  const [whole, reduced] = [[], ids].map((alike) => {
    const found = explore(config, machine, alike);
    const { violations } = checkWorkflow(config, found);
    return {
      states: [...found.states.keys()],
      orbits: new Set([...found.states.keys()].map((key) => nameless(key, ids))),
      violations: new Set(violations.map((text) => nameless(text, ids))),
    };
  });
  if (!whole || !reduced) throw new Error("two walks");
  return { whole, reduced };
}

type Part = { on?: Record<string, unknown>; states?: Record<string, Part> };

/** The machine with something wrong in what becomes of a disagreement, or in what a co-department may do. */
function spoilt(ids: string[], spoil: (departments: Record<string, Part>) => void): Machine {
  const { config } = redemptionMachine(configOf(ids));
  const copy = plainCopy(config) as Part;
  spoil(copy.states!["review"]!.states!["departments"]!.states!);
  return base.createMachine(copy as never) as unknown as Machine;
}

function plainCopy(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plainCopy);
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, plainCopy(inner)]));
}

const unheard = (ids: string[]) =>
  spoilt(ids, ({ accord }) => {
    for (const part of Object.values(accord!.states!)) part.on = {};
  });
const overruled = (ids: string[]) =>
  redemptionMachine(configOf(ids)).provide({ guards: { mayApprove: () => true, mayReconsider: () => false } });
const unfair = (ids: string[]) =>
  spoilt(ids, (departments) => {
    delete departments[coRegion(ids[0]!)]!.states!["reviewing"]!.on!["CO_DISAGREE"];
  });

describe.each([[three.slice(0, 2)], [three]])("co-departments that are alike: %j", (ids) => {
  it.each([
    ["as it is", redemptionMachine(configOf(ids)), []],
    ["without an end of disagreements", unheard(ids), ["a term that ends in nothing", "a veto", "never reached"]],
    [
      "where anybody approves and nothing is reconsidered",
      overruled(ids),
      ["dead event", "never reached", "paid without two different people"],
    ],
  ])("lead to the same states but for names and to the same violations on the machine %s", (_name, machine, laws) => {
    const { whole, reduced } = both(ids, machine);
    expect(reduced.orbits).toEqual(whole.orbits);
    expect(reduced.states).toHaveLength(reduced.orbits.size);
    expect(whole.states.length).toBeGreaterThan(reduced.states.length);
    expect(reduced.violations).toEqual(whole.violations);
    expect([...new Set([...whole.violations].map((text) => text.split(":")[0]))].sort()).toEqual(laws);
  });

  it("are not alike where a machine lets one of them say less", () => {
    const { violations } = checkWorkflow(configOf(ids), explore(configOf(ids), unfair(ids)));
    expect(violations.filter((text) => text.startsWith("told apart"))).not.toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { mayUrge, recoveryStep, recoverySteps, type Demand } from "./recovery-step";

const demand: Demand = { owedFen: 100n, restFen: 100n, dueOn: "2026-11-20", answerBy: null, isHandedOn: false };

describe("where a demand stands", () => {
  it.each<[string, Partial<Demand>, string, string]>([
    ["on its last day it is not late", {}, "2026-11-20", "running"],
    ["the day after, the firm is to be urged", {}, "2026-11-21", "urge"],
    ["without a term nobody is late", { dueOn: null }, "2030-01-01", "running"],
    ["urged, the firm has until the last day", { answerBy: "2026-12-04" }, "2026-12-04", "urged"],
    ["after it the department is told", { answerBy: "2026-12-04" }, "2026-12-05", "handOn"],
    ["told, it is the department's", { answerBy: "2026-12-04", isHandedOn: true }, "2027-12-05", "handedOn"],
    ["what a payment will settle is not urged", { restFen: 0n }, "2026-12-05", "deducting"],
    ["what was paid is settled, however late", { owedFen: 0n, restFen: 0n }, "2027-01-01", "settled"],
  ])("%s", (_, known, today, step) => {
    expect(recoveryStep({ ...demand, ...known }, today)).toBe(step);
  });

  it("lets nobody urge a firm within its term, or one that owes nothing", () => {
    expect(recoverySteps.filter(mayUrge)).toEqual(["urge", "urged", "handOn", "handedOn"]);
  });
});

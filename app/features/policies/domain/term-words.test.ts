import { expect, it } from "vitest";
import type { PolicyItem } from "./policy-item";
import { termLines } from "./term-words";

const kept = {
  ...{ zh: "保持从业人员数", en: "keeps its number of employees" },
  ...{ years: 1, keeps: { fact: "employees", percent: 90 }, clawbackPercent: 50 },
};
const stays = { zh: "不迁出", en: "stays", years: 3, clawbackPercent: 0 };
const item = { amount: { kind: "fixed", yuan: 100_000 }, conditionsAfter: [kept, stays] } as unknown as PolicyItem;

it("says before a firm applies how much of a figure it has to keep up, and what is asked back", () => {
  expect(termLines(item, "2026-11-30", "zh")).toEqual([
    { key: "afterClawback", values: { what: "保持从业人员数（不低于核定时的 90%）", years: 1, percent: 50 } },
    { key: "after", values: { what: "不迁出", years: 3, percent: 0 } },
  ]);
  expect(termLines(item, "2026-11-30", "en")[0]?.values["what"]).toBe(
    "keeps its number of employees (at least 90% of what it was at the decision)",
  );
});

it("names the figure, which the words of the obligation may not", () => {
  const loose = { zh: "不迁出", en: "stays", years: 5, keeps: { fact: "employees", percent: 80 }, clawbackPercent: 0 };
  const own = { ...item, conditionsAfter: [loose] } as PolicyItem;
  const facts = new Map([["employees", { zh: "从业人数", en: "Number of employees" }]]);
  const what = (language: "zh" | "en") =>
    termLines(own, "2026-11-30", language, { left: null, sharers: [] }, facts)[0]?.values["what"];
  expect(what("zh")).toBe("不迁出（从业人数不低于核定时的 80%）");
  expect(what("en")).toBe("stays (Number of employees: at least 80% of what it was at the decision)");
});

import { expect, it } from "vitest";
import { creditProblem } from "./credit-standing";

const term = { fromDay: "2024-03-01", toDay: "2027-02-28", repaired: false };

it.each([
  ["nothing known", {}, [], null],
  ["listed by a court", { dishonestListed: true }, [], "dishonestListed"],
  ["not listed", { dishonestListed: false }, [], null],
  ["the first day of three years", {}, [{ ...term, fromDay: "2026-11-24" }], "excluded"],
  ["the last day", {}, [{ ...term, toDay: "2026-11-24" }], "excluded"],
  ["the day after", {}, [{ ...term, toDay: "2026-11-23" }], null],
  ["repaired", {}, [{ ...term, repaired: true }], null],
] as const)("%s", (_what, facts, terms, problem) => expect(creditProblem(facts, terms, "2026-11-24")).toBe(problem));

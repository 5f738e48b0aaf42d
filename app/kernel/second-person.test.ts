import { expect, it } from "vitest";
import { decisionProblem } from "./second-person";

it.each([
  ["released", "maker", "two-persons"],
  ["refused", "maker", "two-persons"],
  ["withdrawn", "maker", null],
  ["released", "other", null],
  ["refused", "other", null],
  ["withdrawn", "other", "two-persons"],
] as const)("%s by its %s", (decision, person, problem) =>
  expect(decisionProblem({ status: "proposed", createdById: "maker" }, decision, person)).toBe(problem),
);

it.each(["released", "refused", "withdrawn"])("what is %s is decided once", (status) =>
  expect(decisionProblem({ status, createdById: "maker" }, "released", "other")).toBe("order-state"),
);

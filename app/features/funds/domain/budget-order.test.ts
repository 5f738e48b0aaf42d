import { expect, it } from "vitest";
import { decisionProblem, isOrderSum } from "./budget-order";

it.each([
  ["released", "maker", "funds.two-persons"],
  ["refused", "maker", "funds.two-persons"],
  ["withdrawn", "maker", null],
  ["released", "other", null],
  ["refused", "other", null],
  ["withdrawn", "other", "funds.two-persons"],
] as const)("%s by its %s", (decision, person, problem) =>
  expect(decisionProblem({ status: "proposed", createdById: "maker" }, decision, person)).toBe(problem),
);

it.each(["released", "refused", "withdrawn"])("what is %s is decided once", (status) =>
  expect(decisionProblem({ status, createdById: "maker" }, "released", "other")).toBe("funds.order-state"),
);

it.each([
  [0n, false],
  [-1n, false],
  [1n, true],
  [99_999_999_999_999n, true],
  [100_000_000_000_000n, false],
  [9_223_372_036_854_775_807n, false],
])("a sum of %s fen: %s", (fen, may) => expect(isOrderSum(fen)).toBe(may));

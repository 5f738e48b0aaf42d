import { expect, it } from "vitest";
import { clauseOf, clausesOf } from "./clauses";

const clauses = clausesOf("当年技改设备投入不含税满300万元的，按设备购置额10%补助，单个项目最高500万元。");

it("divides a summary at its commas and stops", () => expect(clauses).toHaveLength(3));

it.each([
  ["a threshold by its figure", { figures: [3_000_000], names: ["当年技改设备投入"] }, clauses[0]],
  ["a rate by its percentage", { figures: [10], names: [] }, clauses[1]],
  ["a cap by its sum", { figures: [5_000_000], names: [] }, clauses[2]],
  ["a fact by its name", { figures: [], names: ["设备购置额"] }, clauses[1]],
  ["no threshold in a cap that is as high", { figures: [5_000_000], names: ["固定资产"] }, null],
  ["nothing that the text does not say", { figures: [7], names: ["注册地区"] }, null],
])("finds %s", (_, traces, clause) => expect(clauseOf(clauses, traces)).toBe(clause));

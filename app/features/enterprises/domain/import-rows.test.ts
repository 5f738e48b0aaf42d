import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { makeCreditCode } from "./credit-code";
import { readImport } from "./import-rows";

const catalogue = loadCatalogueFiles("rules");
const registry = { ...catalogue, parks: catalogue.zones.map((zone) => zone.park), year: 2025 };
const header = ["统一社会信用代码", "企业名称", "组织形式", "region", "industry", "营业收入", "具有独立法人资格"];
const good = [makeCreditCode("340503", 7), "示例导入有限公司", "有限责任公司", "340503", "C3421", "1,200万", "是"];

describe("a table of firms", () => {
  it("is read with Chinese or technical headings", () => {
    expect(readImport([header, good], registry)).toEqual({
      problems: [],
      firms: [
        {
          row: 2,
          creditCode: good[0],
          name: "示例导入有限公司",
          legalForm: "company",
          regionCode: "340503",
          industryCode: "C3421",
          park: null,
          registeredOn: null,
          facts: [
            { fact: "annualRevenue", year: 2025, value: 12_000_000 },
            { fact: "independentLegalEntity", year: null, value: true },
          ],
        },
      ],
    });
  });

  it.each([
    [0, "91350100M000100Y44", "统一社会信用代码", "creditCheck"],
    [1, "", "企业名称", "required"],
    [2, "帮会", "组织形式", "choose"],
    [3, "999999", "region", "region"],
    [4, "C9999", "industry", "industry"],
    [5, "很多", "营业收入", "number"],
    [6, "也许", "具有独立法人资格", "yesNo"],
  ])("names row and column of a mistake (%i)", (index, cell, column, reason) => {
    const row = good.map((value, at) => (at === index ? cell : value));
    expect(readImport([header, row], registry)).toEqual({ firms: [], problems: [{ row: 2, column, reason }] });
  });

  it("refuses unknown and missing columns before anything else", () => {
    const { problems } = readImport(
      [
        ["统一社会信用代码", "颜色"],
        ["x", "y"],
      ],
      registry,
    );
    expect(problems).toContainEqual({ row: 1, column: "颜色", reason: "unknownColumn" });
    expect(problems).toContainEqual({ row: 1, column: "name", reason: "missingColumn" });
  });

  it("finds a code that stands twice", () => {
    expect(readImport([header, good, good], registry).problems).toEqual([
      { row: 3, column: "creditCode", reason: "duplicate" },
    ]);
  });
});

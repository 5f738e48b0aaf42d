import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { makeCreditCode } from "./credit-code";
import { readImport } from "./import-rows";

const catalogue = loadCatalogueFiles("rules");
const registry = { ...catalogue, parks: catalogue.zones.map((zone) => zone.park), today: "2026-11-24" };
const header = ["统一社会信用代码", "企业名称", "组织形式", "region", "industry", "营业收入", "具有独立法人资格"];
const good = [makeCreditCode("340503", 7), "示例导入有限公司", "有限责任公司", "340503", "C3421", "1,200万", "是"];

const sheet = (...rows: string[][]) => ({
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  faults: [],
});

describe("a table of firms", () => {
  it("is read with Chinese or technical headings", () => {
    expect(readImport(sheet(header, good), registry)).toEqual({
      problems: [],
      firms: [
        {
          row: 2,
          creditCode: good[0],
          codeState: "sound",
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
    [0, "91990100M000100Y44", "统一社会信用代码", "creditRegion"],
    [1, "", "企业名称", "required"],
    [2, "帮会", "组织形式", "choose"],
    [3, "999999", "region", "region"],
    [4, "C9999", "industry", "industry"],
    [5, "很多", "营业收入", "number"],
    [6, "也许", "具有独立法人资格", "yesNo"],
  ])("names row and column of a mistake (%i)", (index, cell, column, reason) => {
    const row = good.map((value, at) => (at === index ? cell : value));
    expect(readImport(sheet(header, row), registry)).toEqual({ firms: [], problems: [{ row: 2, column, reason }] });
  });

  it("refuses unknown and missing columns before anything else", () => {
    const { problems } = readImport(sheet(["统一社会信用代码", "颜色"], ["x", "y"]), registry);
    expect(problems).toContainEqual({ row: 1, column: "颜色", reason: "unknownColumn" });
    expect(problems).toContainEqual({ row: 1, column: "name", reason: "missingColumn" });
  });

  it("finds a code that stands twice", () => {
    expect(readImport(sheet(header, good, good), registry).problems).toEqual([
      { row: 3, column: "creditCode", reason: "duplicate" },
    ]);
  });

  it("finds the headings below a title, however they are written", () => {
    const headings = [
      "统一社会\n信用代码*",
      "＊企业 名称",
      "组织形式（必填）",
      "REGION".toLowerCase(),
      "industry",
      "营业收入：",
      "具有独立法人资格",
    ];
    const { firms, problems } = readImport(sheet(["企业信息采集表"], ["填报单位：示例"], headings, good), registry);
    expect(problems).toEqual([]);
    expect(firms).toMatchObject([{ row: 4, creditCode: good[0] }]);
  });

  it("names a column that stands twice, and cells under no heading", () => {
    expect(readImport(sheet([...header, "营业收入"], [...good, "2"]), registry).problems).toEqual([
      { row: 1, column: "营业收入", reason: "doubledColumn" },
    ]);
    expect(readImport(sheet(header, [...good, "备注"]), registry).problems).toEqual([
      { row: 2, column: "备注", reason: "noHeading" },
    ]);
  });

  it.each(["2020/1/2", "2020年1月2日", "2020.01.02", "20200102", "2020-01-02 00:00:00"])("reads the day %s", (day) => {
    const { firms, problems } = readImport(sheet([...header, "成立日期"], [...good, day]), registry);
    expect({ problems, day: firms[0]?.registeredOn }).toEqual({ problems: [], day: "2020-01-02" });
  });

  it("refuses a day more than a year ahead of the import, as the firm's own form does", () => {
    const on = (day: string) => readImport(sheet([...header, "成立日期"], [...good, day]), registry).problems;
    expect(on("2027-11-24")).toEqual([]);
    expect(on("2027-11-25")).toEqual([{ row: 2, column: "成立日期", reason: "dateRange" }]);
  });

  it("refuses the errors of formulas at their cell, and figures that their format hides", () => {
    const wrong = good.map((cell, index) => (index === 5 ? "#N/A" : cell));
    expect(readImport(sheet(header, wrong), registry).problems).toEqual([
      { row: 2, column: "营业收入", reason: "cellError" },
    ]);
    const faults = [{ row: 2, column: 5, reason: "cellFormat" as const, shown: "1234567" }];
    expect(readImport({ ...sheet(header, good), faults }, registry).problems).toEqual([
      { row: 2, column: "营业收入", reason: "cellFormat" },
    ]);
  });

  it("takes a code that fails the check digit, to be confirmed", () => {
    const row = good.map((cell, index) => (index === 0 ? "91350203M0001QKT19" : cell));
    expect(readImport(sheet(header, row), registry).firms).toMatchObject([{ codeState: "toConfirm" }]);
  });

  it("reads a name that its cell breaks into lines, and refuses one longer than a name is", () => {
    const named = (name: string) =>
      readImport(
        sheet(
          header,
          good.map((cell, index) => (index === 1 ? name : cell)),
        ),
        registry,
      );
    expect(named("马鞍山示例\r\n科技有限公司").firms).toMatchObject([{ name: "马鞍山示例科技有限公司" }]);
    expect(named("长".repeat(101)).problems).toMatchObject([{ row: 2, reason: "tooLong" }]);
  });

  it("reads codes as people paste them", () => {
    const typed = good.map((cell, index) =>
      index === 0 ? `\u200b${cell.slice(0, 8)}\u2013${cell.slice(8)}` : index === 4 ? "3421" : cell,
    );
    expect(readImport(sheet(header, typed), registry).firms).toMatchObject([
      { creditCode: good[0], industryCode: "C3421" },
    ]);
  });
});

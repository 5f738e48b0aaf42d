import { describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { readDelivery, type Reading } from "./delivery-rows";

const { facts } = loadCatalogueFiles("rules");
const code = (serial: number) => makeCreditCode("340503", serial);
const sheet = (...rows: string[][]) => ({
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  faults: [],
});
const tax: Reading = {
  facts,
  mayDeliver: ({ authority }) => authority === "税务",
  known: {},
  list: null,
  asOf: "2026-11-28",
  today: "2026-11-30",
};
const growing: Reading = {
  ...tax,
  mayDeliver: ({ authority }) => authority === "经信",
  list: { fact: "growthMicroTitle", value: true },
};

describe("a table of figures", () => {
  it("is read by the names people give its columns, yearly figures as of the year before unless it says another", () => {
    const title = ["2025年度纳税信用评价结果"];
    const head = ["序号", "纳税人识别号", "纳税人名称", "纳税信用级别", "所属年度"];
    const { firms, problems, columns } = readDelivery(
      sheet(title, head, ["1", code(1), "示例一有限公司", "A级", ""], ["2", code(2), "示例二有限公司", "B", "2024年"]),
      tax,
    );
    expect(problems).toEqual([]);
    expect(columns).toMatchObject({ 纳税人识别号: "creditCode", 序号: "ignored", 纳税信用级别: "taxCreditRating" });
    expect(firms.map(({ row, name, year, values }) => [row, name, year, values])).toEqual([
      [3, "示例一有限公司", 2025, { taxCreditRating: "A" }],
      [4, "示例二有限公司", 2024, { taxCreditRating: "B" }],
    ]);
  });

  it("asks what a heading means that nobody has explained, and then knows it", () => {
    const rows = sheet(["统一社会信用代码", "信用等级（年）"], [code(1), "A级"]);
    expect(readDelivery(rows, tax)).toMatchObject({ unplaced: ["信用等级（年）"], firms: [] });
    const known = { "信用等级(年)": "taxCreditRating" };
    const first = readDelivery(rows, { ...tax, known });
    expect(first.firms).toMatchObject([{ values: { taxCreditRating: "A" } }]);
    expect(readDelivery(rows, { ...tax, known: first.columns })).toEqual(first);
  });

  it("takes no facts that are another authority's", () => {
    expect(readDelivery(sheet(["统一社会信用代码", "高新技术企业"], [code(1), "是"]), tax).unplaced).toEqual([
      "高新技术企业",
    ]);
  });

  it("is refused with row, column and reason", () => {
    const head = ["统一社会信用代码", "纳税信用级别", "年度"];
    const { problems } = readDelivery(
      sheet(
        head,
        ["91990100M000100Y44", "A级", ""],
        [code(1), "优", ""],
        [code(2), "A级", "2031"],
        [code(3), "#N/A", ""],
        [code(4), "A级", ""],
        [code(4), "B级", ""],
      ),
      tax,
    );
    expect(problems).toEqual([
      { row: 2, column: "统一社会信用代码", reason: "creditRegion" },
      { row: 3, column: "纳税信用级别", reason: "choose" },
      { row: 4, column: "年度", reason: "integer" },
      { row: 5, column: "纳税信用级别", reason: "cellError" },
      { row: 7, column: "creditCode", reason: "duplicate" },
    ]);
    expect(readDelivery(sheet(head), tax).problems).toEqual([{ row: 1, column: "", reason: "empty" }]);
    expect(readDelivery(sheet(["企业名称", "纳税信用级别"], ["示例", "A级"]), tax).problems).toEqual([
      { row: 1, column: "creditCode", reason: "missingColumn" },
    ]);
  });
});

describe("a list", () => {
  it("gives those on it what it is a list of, with the term of the certificate", () => {
    const { firms, problems } = readDelivery(
      sheet(
        ["企业名称", "统一社会信用代码", "发证日期", "有效期至"],
        ["示例一有限公司", code(1), "2024/10/16", "2027年10月15日"],
      ),
      growing,
    );
    expect(problems).toEqual([]);
    expect(firms).toMatchObject([
      { validFrom: "2024-10-16", validTo: "2027-10-15", values: { growthMicroTitle: true } },
    ]);
  });

  it("gives what its column says where the list is of a year or a grade: the year of a day counts", () => {
    const highTech: Reading = {
      ...tax,
      mayDeliver: ({ authority }) => authority === "科技",
      known: { 有效期至: "hiTechValidUntil" },
      list: { fact: "hiTechValidUntil", value: null },
    };
    const head = ["统一社会信用代码", "有效期至"];
    expect(readDelivery(sheet(head, [code(1), "2027年10月15日"]), highTech).firms).toMatchObject([
      { validTo: null, values: { hiTechValidUntil: 2027 } },
    ]);
    expect(readDelivery(sheet(head, [code(1), ""]), highTech).problems).toEqual([
      { row: 2, column: "有效期至", reason: "required" },
    ]);
  });

  it("does not end before it begins", () => {
    const rows = sheet(["统一社会信用代码", "发证日期", "有效期至"], [code(1), "2027-10-16", "2024-10-15"]);
    expect(readDelivery(rows, growing).problems).toEqual([{ row: 2, column: "有效期至", reason: "termReversed" }]);
  });
});

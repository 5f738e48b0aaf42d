import { writeXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { checkImport, importFirms } from "./import-firms.server";

let process: TestProcess;
beforeAll(async () => void (process = await testProcess()));
afterAll(() => process.close());

const system = { kind: "system", name: "worker" } as const;
const header = "统一社会信用代码,企业名称,组织形式,region,industry,从业人数,营业收入";
const code = (serial: number) => makeCreditCode("340503", 60_000_000 + serial);
const line = (serial: number, more: Partial<Record<"code" | "name" | "revenue", string>> = {}) =>
  `${more.code ?? code(serial)},${more.name ?? `示例导入${serial}号有限公司`},有限责任公司,340503,C3421,120,${more.revenue ?? "3000万"}`;
const csv = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join("\r\n"));
const check = (bytes: Uint8Array) => checkImport({ ...process, tx: process.prisma }, bytes);
const write = (bytes: Uint8Array, fileName = "企业.csv") =>
  perform(process, system, (deps) => importFirms(deps, fileName, bytes));
const firms = () => process.prisma.enterprise.count();

/** 「示例企业」 and the rest of the header as GBK bytes: two bytes a character. */
const gbk: Record<string, number[]> = {
  示: [0xca, 0xbe],
  例: [0xc0, 0xfd],
  企: [0xc6, 0xf3],
  业: [0xd2, 0xb5],
  名: [0xc3, 0xfb],
  称: [0xb3, 0xc6],
  是: [0xca, 0xc7],
};
const inGbk = (text: string) => new Uint8Array([...text].flatMap((letter) => gbk[letter] ?? [letter.charCodeAt(0)]));

describe("a file of firms", () => {
  it("is looked at without writing, then written whole: figures, size, provenance, audit, one rematch a firm", async () => {
    const before = await firms();
    const bytes = csv(line(1), line(2));
    expect(await check(bytes)).toMatchObject({ created: 2, updated: 0, problems: [] });
    expect(await firms()).toBe(before);
    expect(await write(bytes)).toBe(2);
    const firm = await process.prisma.enterprise.findUniqueOrThrow({
      where: { creditCode: code(1) },
      include: { facts: { orderBy: { fact: "asc" } } },
    });
    // 工业：从业人员 20–300 且营业收入 300–2000 万以上 → 以低者为准；120 人、3000 万元为小型（统计上大中小微型企业划分办法 2017）
    expect(firm).toMatchObject({ name: "示例导入1号有限公司", size: "small" });
    expect(firm.facts.map(({ fact, year, value, source }) => [fact, year, value, source])).toEqual([
      ["annualRevenue", 2025, 30_000_000, "imported"],
      ["employees", 2025, 120, "imported"],
    ]);
    expect(await process.prisma.auditEvent.count({ where: { action: "firms.imported" } })).toBe(1);
    expect(await process.prisma.auditEvent.count({ where: { action: "profile.stated", enterpriseId: firm.id } })).toBe(
      1,
    );
    expect(
      await process.prisma.outbox.count({
        where: { topic: "rematch-enterprise", payload: { path: ["enterpriseId"], equals: firm.id } },
      }),
    ).toBe(1);
  });

  it("brings registered firms up to date; what was said before stays as history", async () => {
    await write(csv(line(3)));
    const again = csv(line(3, { name: "示例更名有限公司", revenue: "5000万" }), line(4));
    expect(await check(again)).toMatchObject({ created: 1, updated: 1 });
    await write(again);
    const firm = await process.prisma.enterprise.findUniqueOrThrow({
      where: { creditCode: code(3) },
      include: { facts: { where: { fact: "annualRevenue" }, orderBy: { id: "asc" } } },
    });
    expect(firm.name).toBe("示例更名有限公司");
    expect(firm.facts.map(({ value, supersededAt }) => [value, supersededAt === null])).toEqual([
      [30_000_000, false],
      [50_000_000, true],
    ]);
  });

  it("is refused whole for one mistake, with row and reason", async () => {
    const before = await firms();
    const wrongDigit = code(7).slice(0, 16) + (code(7)[16] === "0" ? "1" : "0") + code(7).slice(17);
    const bytes = csv(line(5), line(6, { revenue: "许多" }), line(7, { code: wrongDigit }), line(5));
    expect((await check(bytes)).problems).toEqual([
      { row: 3, column: "营业收入", reason: "number" },
      { row: 4, column: "统一社会信用代码", reason: "creditOrganisation" },
      { row: 5, column: "creditCode", reason: "duplicate" },
    ]);
    await expect(write(bytes)).rejects.toMatchObject({ code: "enterprises.import-broken", params: { count: 3 } });
    await expect(write(csv())).rejects.toMatchObject({ code: "enterprises.import-broken" });
    expect(await firms()).toBe(before);
  });

  it("is read in UTF-8 with a mark, in GBK and as XLSX", async () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...csv(line(8))]);
    expect(await check(marked)).toMatchObject({ created: 1, problems: [] });
    const chinese = inGbk(
      `creditCode,企业名称,legalForm,region,industry,independentLegalEntity\n${code(9)},示例企业,company,340503,C3421,是\n`,
    );
    expect((await check(chinese)).firms).toMatchObject([
      { name: "示例企业", facts: [{ fact: "independentLegalEntity", value: true }] },
    ]);
    const rows = [header.split(","), [code(10), "示例表格有限公司", "有限责任公司", "340503", "C3421", 35, 4_200_000]];
    const xlsx = new Uint8Array(await writeXlsx({ sheets: [{ name: "企业", rows }] }));
    expect((await check(xlsx)).firms).toMatchObject([
      {
        row: 2,
        name: "示例表格有限公司",
        facts: [
          { fact: "employees", value: 35 },
          { fact: "annualRevenue", value: 4_200_000 },
        ],
      },
    ]);
    await expect(check(xlsx.slice(0, 100))).rejects.toMatchObject({ code: "sheet.unreadable", status: 415 });
  });

  it("may be long, within its limit", async () => {
    const many = csv(...Array.from({ length: 1050 }, (_, index) => line(1000 + index)));
    expect(await write(many)).toBe(1050);
    const tooMany = csv(...Array.from({ length: 5_051 }, () => "x"));
    await expect(check(tooMany)).rejects.toMatchObject({
      code: "sheet.too-long",
      status: 413,
      params: { rows: 5_000 },
    });
  });
});

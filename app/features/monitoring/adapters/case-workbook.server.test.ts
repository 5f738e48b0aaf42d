import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { caseWorkbook } from "./case-workbook.server";

describe("caseWorkbook", () => {
  it("keeps what a firm typed as text, and sums as numbers", async () => {
    const bytes = await caseWorkbook({
      sheet: "清单",
      head: ["企业", "审定金额（元）"],
      rows: [
        ['=HYPERLINK("http://example.org")', "1234.50"],
        ["+1", null],
      ],
      sumColumn: 1,
    });
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet?.name).toBe("清单");
    expect(sheet?.rows).toEqual([
      ["企业", "审定金额（元）"],
      ['=HYPERLINK("http://example.org")', 1234.5],
      ["+1", null],
    ]);
    expect(sheet?.cells?.get("1,0")).toMatchObject({ type: "string", style: { numFmt: "@" } });
    expect(sheet?.cells?.get("1,0")?.formula).toBeUndefined();
    expect(sheet?.cells?.get("1,1")).toMatchObject({ type: "number", style: { numFmt: "#,##0.00" } });
  });
});

import { describe, expect, it } from "vitest";
import { words } from "~/words/zh";
import { exportTable } from "./export-table";

const base = {
  number: "HQT-2026-000123-7",
  firm: "示例一号精密机械有限公司",
  creditCode: "91340500MA0000000X",
  item: { zh: "技改补助", en: "Renovation subsidy" },
  department: "市经济和信息化局",
  state: "closed",
};

describe("exportTable", () => {
  it("gives sums in yuan to the fen and days of Shanghai, not of UTC", () => {
    const { head, rows, sumColumn } = exportTable(
      [
        {
          ...base,
          submittedAt: new Date("2026-03-01T17:00:00Z"),
          approvedFen: 90_071_992_547_409_93n,
          paidAt: new Date("2026-05-31T16:00:00Z"),
        },
      ],
      { language: "zh", ...words },
    );
    expect(head[sumColumn]).toBe("审定金额（元）");
    expect(rows).toEqual([
      [
        base.number,
        base.firm,
        base.creditCode,
        "技改补助",
        base.department,
        "已办结",
        "2026-03-02",
        "90071992547409.93",
        "2026-06-01",
      ],
    ]);
  });

  it("leaves cells empty where nothing is decided or paid yet", () => {
    const { rows } = exportTable(
      [{ ...base, state: "publicity", submittedAt: new Date("2026-03-01T00:00:00Z"), approvedFen: null, paidAt: null }],
      { language: "zh", ...words },
    );
    expect(rows[0]?.slice(5)).toEqual(["公示中", "2026-03-01", null, null]);
  });
});

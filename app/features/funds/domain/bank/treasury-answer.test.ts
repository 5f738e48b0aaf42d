import { describe, expect, it } from "vitest";
import { readTreasuryAnswer } from "./treasury-answer";

const heads = [
  "序号",
  "支付参考号",
  "申报编号",
  "事项",
  "户名",
  "开户银行",
  "账号",
  "金额（元）",
  "结果",
  "原因代码",
  "原因",
];
const row = (...answer: [string, string, string]) => [
  "1",
  "0".repeat(31) + "A",
  "HQT-1",
  "研发补助",
  "示例",
  "示例银行",
  "3405",
  "12.30",
  ...answer,
];
const end = ["合计", "", "1", "", "", "", "", "12.30", "", "", ""];

describe("the treasury's form, filled in", () => {
  it("is read without headings and closing row", () => {
    expect(readTreasuryAnswer([heads, row("已支付", "", ""), end], "csv-1")).toEqual({
      ok: true,
      message: {
        kind: "csv",
        messageId: "csv-1",
        batchNumber: null,
        rest: null,
        lines: [
          {
            reference: "0".repeat(31) + "a",
            amountFen: 1230n,
            status: "paid",
            reasonCode: null,
            reasonText: null,
            bookedOn: null,
          },
        ],
      },
    });
    expect(readTreasuryAnswer([heads, row("退回", "AC04", "账户已销户")], "csv-1")).toMatchObject({
      ok: true,
      message: { lines: [{ status: "returned", reasonCode: "AC04", reasonText: "账户已销户" }] },
    });
    expect(readTreasuryAnswer([heads, row("", "", "")], "csv-1")).toMatchObject({
      ok: true,
      message: { lines: [{ status: "pending" }] },
    });
  });

  it.each([
    ["an unknown answer", row("也许", "", ""), "2/result", "unknownCode"],
    ["a return without reason", row("退回", "AC04", ""), "2/reason", "missing"],
    ["no reference", ["1", "x", ...row("已支付", "", "").slice(2)], "2/reference", "code"],
    ["no sum", ["1", "0".repeat(32), "", "", "", "", "", "1.234", "已支付", "", ""], "2/amountYuan", "amount"],
  ])("is refused whole for %s", (_name, cells, path, reason) =>
    expect(readTreasuryAnswer([heads, row("已支付", "", ""), cells].toSpliced(1, 1), "m")).toEqual({
      ok: false,
      problem: { path, reason },
    }),
  );

  it("is refused when it is empty", () => expect(readTreasuryAnswer([heads, end], "m")).toMatchObject({ ok: false }));
});

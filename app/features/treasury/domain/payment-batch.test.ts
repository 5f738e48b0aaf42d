import { describe, expect, it } from "vitest";
import { csvText } from "~/kernel/csv";
import {
  batchTotals,
  moveBatch,
  movePayment,
  treasuryRows,
  type Batch,
  type PaymentCommand,
  type PaymentStatus,
} from "./payment-batch";

const batch = (status: Batch["status"], ...payments: PaymentStatus[]): Batch => ({
  status,
  createdById: "maker",
  payments: payments.map((each) => ({ status: each, amountFen: 100n })),
});

describe("a payment batch", () => {
  it("is made by one person and released by another", () => {
    expect(moveBatch(batch("draft", "batched"), { type: "EXPORT", actorId: "checker" })).toEqual({
      ok: true,
      status: "exported",
    });
    expect(moveBatch(batch("draft", "batched"), { type: "EXPORT", actorId: "maker" })).toEqual({
      ok: false,
      code: "funds.two-persons",
    });
  });

  it("is not released empty or twice", () => {
    expect(moveBatch(batch("draft"), { type: "EXPORT", actorId: "checker" })).toEqual({
      ok: false,
      code: "funds.batch-empty",
    });
    expect(moveBatch(batch("exported", "batched"), { type: "EXPORT", actorId: "checker" })).toEqual({
      ok: false,
      code: "funds.batch-state",
    });
  });

  it("is given up before the bank has it, not after", () => {
    expect(moveBatch(batch("draft", "batched"), { type: "CANCEL" })).toEqual({ ok: true, status: "cancelled" });
    for (const status of ["exported", "settled", "cancelled"] as const)
      expect(moveBatch(batch(status, "batched"), { type: "CANCEL" }).ok).toBe(false);
  });

  it("is settled when every payment is answered", () => {
    expect(moveBatch(batch("exported", "paid", "returned"), { type: "SETTLE" })).toEqual({
      ok: true,
      status: "settled",
    });
    expect(moveBatch(batch("exported", "paid", "batched"), { type: "SETTLE" })).toEqual({
      ok: false,
      code: "funds.batch-state",
    });
    expect(moveBatch(batch("draft", "paid"), { type: "SETTLE" })).toEqual({ ok: false, code: "funds.batch-state" });
  });

  it("adds up what is paid, returned and outstanding", () => {
    const payments = [
      { status: "paid", amountFen: 12_345_678n },
      { status: "returned", amountFen: 1n },
      { status: "batched", amountFen: 20n },
      { status: "pending", amountFen: 300n },
    ] as const;
    expect(batchTotals(payments)).toEqual({
      count: 4,
      totalFen: 12_345_999n,
      paidFen: 12_345_678n,
      returnedFen: 1n,
      outstandingFen: 320n,
    });
  });
});

describe("a payment", () => {
  const allowed: [PaymentStatus, PaymentCommand, PaymentStatus][] = [
    ["pending", "BATCH", "batched"],
    ["batched", "UNBATCH", "pending"],
    ["batched", "PAY", "paid"],
    ["batched", "RETURN", "returned"],
    ["paid", "RETURN", "returned"],
    ["pending", "CANCEL", "cancelled"],
  ];
  const statuses: PaymentStatus[] = ["pending", "batched", "paid", "returned", "cancelled"];
  const commands: PaymentCommand[] = ["BATCH", "UNBATCH", "PAY", "RETURN", "CANCEL"];
  it.each(statuses.flatMap((status) => commands.map((command) => [status, command] as const)))(
    "%s, %s",
    (status, command) => {
      expect(movePayment(status, command)).toBe(
        allowed.find(([from, by]) => from === status && by === command)?.[2] ?? null,
      );
    },
  );
});

describe("the treasury's form", () => {
  const reference = "0".repeat(32);
  const payment = {
    reference,
    applicationNumber: "A-1",
    item: "研发补助",
    holder: "示例一号精密机械有限公司",
    bankName: "示例银行",
    accountNumber: "0340500001234567890",
    amountFen: 12_345_678n,
  };

  it("has every payment, the whole account number, the sum, and room for the answer", () => {
    expect(treasuryRows([payment, { ...payment, amountFen: 5n }])).toEqual([
      [
        "序号",
        "支付参考号",
        "申报编号",
        "政策",
        "户名",
        "开户银行",
        "账号",
        "金额（元）",
        "结果（已支付/退回）",
        "原因代码",
        "原因",
      ],
      [
        1,
        reference,
        "A-1",
        "研发补助",
        "示例一号精密机械有限公司",
        "示例银行",
        "0340500001234567890",
        "123456.78",
        "",
        "",
        "",
      ],
      [
        2,
        reference,
        "A-1",
        "研发补助",
        "示例一号精密机械有限公司",
        "示例银行",
        "0340500001234567890",
        "0.05",
        "",
        "",
        "",
      ],
      ["合计", "", 2, "", "", "", "", "123456.83", "", "", ""],
    ]);
  });

  it("runs no formula that a firm typed as its name", () => {
    const text = csvText(treasuryRows([{ ...payment, holder: '=HYPERLINK("http://x")' }]));
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

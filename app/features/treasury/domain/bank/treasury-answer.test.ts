import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, csvText } from "~/kernel/csv";
import { treasuryRows } from "../payment-batch";
import { readTreasuryAnswer } from "./treasury-answer";

const payment = (serial: number, amountFen = 1_230n) => ({
  reference: `019000000000700080000000000000${String(serial).padStart(2, "0")}`,
  applicationNumber: `HQT-${serial}`,
  item: "研发补助",
  holder: "示例收款有限公司",
  bankName: "示例银行",
  accountNumber: "3405000000000018",
  amountFen,
});
const table = (rows: readonly (readonly string[])[]) => ({
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  faults: [],
});
/** The form of two payments, 12.30 and 0.07 yuan, the first paid, the second returned; changed before it is read. */
const form = (change: (rows: string[][]) => string[][] = (rows) => rows) => {
  const rows = treasuryRows([payment(1), payment(2, 7n)]).map((row) => row.map(String));
  rows[1]?.splice(8, 3, "已支付", "", "");
  rows[2]?.splice(8, 3, "退回", "AC04", "账户已销户");
  return readTreasuryAnswer(table(change(rows)), "csv-1");
};
const cell = (row: number, column: number, text: string) => (rows: string[][]) => {
  rows[row]?.splice(column, 1, text);
  return rows;
};
const whole = {
  ok: true,
  message: {
    kind: "csv",
    messageId: "csv-1",
    batchNumber: null,
    rest: null,
    lines: [
      {
        reference: payment(1).reference,
        amountFen: 1_230n,
        status: "paid",
        reasonCode: null,
        reasonText: null,
        bookedOn: null,
      },
      {
        reference: payment(2).reference,
        amountFen: 7n,
        status: "returned",
        reasonCode: "AC04",
        reasonText: "账户已销户",
        bookedOn: null,
      },
    ],
  },
};

describe("the treasury's form, filled in", () => {
  it.each([
    ["as it was exported", (rows: string[][]) => rows],
    ["with a serial of 1.0", cell(1, 0, "1.0")],
    ["with a full-width serial", cell(1, 0, "１")],
    ["with no serial", cell(1, 0, "")],
    ["with a title above", (rows: string[][]) => [["2026 年拨付批次"], [], ...rows]],
    ["with blank rows between", (rows: string[][]) => rows.flatMap((row) => [row, ["", " ", ""]])],
    ["with its columns in another order", (rows: string[][]) => rows.map((row) => row.toReversed())],
    [
      "sorted, so that the total stands first",
      (rows: string[][]) => [rows[0] ?? [], rows[3] ?? [], rows[1] ?? [], rows[2] ?? []],
    ],
    ["without its closing row", (rows: string[][]) => rows.slice(0, -1)],
    ["with shortened headings", cell(0, 8, "结果")],
    ["with a sum in groups", cell(1, 7, "￥12.3")],
    ["with idle decimals", cell(1, 7, "12.300")],
    ["with a reference in capitals", (rows: string[][]) => cell(1, 1, (rows[1]?.[1] ?? "").toUpperCase())(rows)],
    ["with a column of its own", (rows: string[][]) => rows.map((row, index) => [...row, index === 0 ? "备注" : "急"])],
    ["with blanks in the answer", cell(1, 8, " 已支付　")],
  ])("is read %s", (_name, change) => expect(form(change)).toEqual(whole));

  it.each([
    ["支付成功", "paid"],
    ["已拨付", "paid"],
    ["付款失败", "returned"],
    ["退汇", "returned"],
    ["处理中", "pending"],
    ["未支付", "pending"],
  ])("reads the answer %s as %s", (answer, status) => {
    const read = form((rows) => cell(1, 8, answer)(cell(1, 10, status === "returned" ? "账号有误" : "")(rows)));
    expect(read.ok && read.message.lines[0]?.status).toBe(status);
  });

  it("notes a row that isn't answered yet", () => {
    const read = form(cell(1, 8, ""));
    expect(read.ok && read.message.lines.map(({ status }) => status)).toEqual(["pending", "returned"]);
  });

  it.each(["AC04", " ac04", "ＡＣ０４"])("takes the code %j of a return for its words", (code) => {
    const read = form((rows) => cell(2, 9, code)(cell(2, 10, "")(rows)));
    expect(read.ok && read.message.lines[1]).toMatchObject({
      status: "returned",
      reasonCode: "AC04",
      reasonText: null,
    });
  });

  it.each([
    ["an unknown answer", cell(1, 8, "也许"), "2/result", "unknownCode"],
    ["a reason without an answer", cell(2, 8, ""), "3/result", "missing"],
    [
      "a return with neither code nor words",
      (rows: string[][]) => cell(2, 9, "")(cell(2, 10, "")(rows)),
      "3/reason",
      "missing",
    ],
    [
      "a return with a code that nobody knows, and no words",
      (rows: string[][]) => cell(2, 9, "ZZ99")(cell(2, 10, "")(rows)),
      "3/reason",
      "missing",
    ],
    ["a reference that a spreadsheet spoilt", cell(1, 1, "1.9E+29"), "2/reference", "spoiltReference"],
    ["a row without reference", cell(1, 1, ""), "2", "strangeRow"],
    ["a part of a fen", cell(1, 7, "12.305"), "2/amountYuan", "amount"],
    ["a comma that groups nothing", cell(1, 7, "12,3"), "2/amountYuan", "amount"],
    [
      "a payment twice",
      (rows: string[][]) => [...rows.slice(0, 3), rows[1] ?? [], ...rows.slice(3)],
      payment(1).reference,
      "referenceTwice",
    ],
    ["a payment less than the count", (rows: string[][]) => rows.toSpliced(1, 1), "3", "closingCount"],
    ["another sum than the closing row's", cell(1, 7, "12.31"), "4", "closingSum"],
    ["two closing rows", (rows: string[][]) => [...rows, rows[3] ?? []], "5", "closingTwice"],
    ["words below the total", (rows: string[][]) => [...rows, ["经办人：某"]], "5", "strangeRow"],
    ["no headings", (rows: string[][]) => rows.slice(1), "1", "noHeading"],
    ["a heading less", cell(0, 8, "状态"), "1", "noHeading"],
    ["the same heading twice", cell(0, 2, "支付参考号"), "1", "headingTwice"],
    ["no payment", (rows: string[][]) => rows.slice(0, 1), "1", "missing"],
  ])("is refused whole for %s", (_name, change, path, reason) =>
    expect(form(change)).toEqual({ ok: false, problem: { path, reason } }),
  );

  it("loses no payment, wherever blank rows, the total and the serial's looks end up", () => {
    const serials = fc.constantFrom("1", "1.0", "１", "", "第1笔", "=ROW()");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), serials, fc.boolean()), {
          minLength: 1,
          maxLength: 20,
        }),
        (payments) => {
          const rows = treasuryRows(payments.map(([fen], index) => payment(index + 1, fen))).map((row) =>
            row.map(String),
          );
          const changed = rows.flatMap((row, index) => {
            const [, serial = "", blank = false] = payments[index - 1] ?? [];
            const isPayment = index > 0 && index <= payments.length;
            return [...(blank ? [[""]] : []), isPayment ? [serial, ...row.slice(1)] : row];
          });
          const read = readTreasuryAnswer(table(csvRows(csvText(changed))), "m");
          expect(read.ok && read.message.lines.map(({ amountFen }) => amountFen)).toEqual(payments.map(([fen]) => fen));
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { meanings, meaningsOf, moneyOfLine, needsSecond } from "./line-clearing";

describe("what a line of the bank moves", () => {
  it.each([
    [
      "a debit that was set aside",
      { status: "setAside", side: "debit", amountFen: 100n },
      { side: "debit", fen: 100n },
    ],
    ["an answer that was set aside", { status: "setAside", side: null, amountFen: 100n }, null],
    ["a booking without a sum", { status: "setAside", side: "credit", amountFen: null }, null],
    ["an old debit", { status: "paid", side: null, amountFen: 7n }, { side: "debit", fen: 7n }],
    ["an old credit", { status: "returned", side: null, amountFen: 7n }, { side: "credit", fen: 7n }],
  ] as const)("%s", (_, line, money) => {
    expect(moneyOfLine(line)).toEqual(money);
  });
});

describe("what may be said of a line", () => {
  it("is a payment or other money of a debit, a repayment too of a credit, a remark alone of no booking", () => {
    expect(meaningsOf({ side: "debit", fen: 1n })).toEqual(["payment", "other"]);
    expect(meaningsOf({ side: "credit", fen: 1n })).toEqual(["payment", "repayment", "other"]);
    expect(meaningsOf(null)).toEqual(["remark"]);
  });

  it("takes two persons but for a remark", () => {
    expect(meanings.filter((meaning) => !needsSecond(meaning))).toEqual(["remark"]);
  });
});

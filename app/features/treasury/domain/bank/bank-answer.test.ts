import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentStatus } from "../payment-batch";
import { fitsAccount, needsAccount, outcomeOf, withoutCharge, type Asked } from "./bank-answer";
import type { BankLine, LineStatus } from "./bank-message";

const asked = (status: PaymentStatus, released = true): Asked => ({ status, netFen: 100n, released });
const said = (status: LineStatus, amountFen: bigint | null = 100n) => ({
  status,
  amountFen,
});

describe("what a line of the bank leads to", () => {
  it.each([
    ["a payment that is answered", said("paid"), asked("batched"), "paid"],
    ["one that is sent back", said("returned"), asked("batched"), "returned"],
    ["money that comes back after it was paid", said("returned"), asked("paid"), "returned"],
    ["the same answer again", said("paid"), asked("paid"), "repeated"],
    ["the same return again", said("returned"), asked("returned"), "repeated"],
    ["paid after it was returned", said("paid"), asked("returned"), "contradicts"],
    ["a batch nobody released", said("paid"), asked("batched", false), "contradicts"],
    ["a payment in no batch", said("paid"), asked("pending"), "contradicts"],
    ["a cancelled payment", said("paid"), asked("cancelled"), "contradicts"],
    ["another sum", said("paid", 101n), asked("batched"), "amountDiffers"],
    ["no sum", said("paid", null), asked("batched"), "paid"],
    ["on its way", said("pending"), asked("batched"), "noted"],
    ["a debit taken back before it was told", said("reversed"), asked("batched"), "returned"],
    ["a debit taken back after it was paid", said("reversed"), asked("paid"), "returned"],
    ["what was set aside", said("setAside"), asked("batched"), "setAside"],
    ["the bank's fee under our reference", said("charge"), asked("batched"), "charged"],
    ["a fee of nobody", said("charge"), null, "charged"],
    ["a payment nobody knows", said("paid"), null, "unknown"],
  ] as const)("%s", (_name, line, payment, outcome) => expect(outcomeOf(line, payment)).toBe(outcome));

  it("moves money only from where it can go, whatever the bank says", () => {
    const statuses = fc.constantFrom<PaymentStatus>("pending", "batched", "paid", "returned", "cancelled");
    fc.assert(
      fc.property(
        fc.constantFrom<LineStatus>("paid", "returned", "reversed", "pending", "received", "charge", "setAside"),
        fc.option(fc.bigInt({ min: 99n, max: 101n }), { nil: null }),
        statuses,
        fc.boolean(),
        (status, amountFen, now, released) => {
          const outcome = outcomeOf({ status, amountFen }, { status: now, netFen: 100n, released });
          if (outcome === "paid") expect([status, now, released]).toEqual(["paid", "batched", true]);
          if (outcome === "returned")
            expect(
              (status === "returned" || status === "reversed") && released && (now === "batched" || now === "paid"),
            ).toBe(true);
          if (outcome === "paid" || outcome === "returned") expect(amountFen === null || amountFen === 100n).toBe(true);
        },
      ),
    );
  });

  it("parts a charge from the sum where both together are what was booked", () => {
    const line = (amountFen: bigint, side: BankLine["side"]): BankLine => ({
      reference: "r",
      amountFen,
      status: side === "debit" ? "paid" : "returned",
      reasonCode: null,
      reasonText: null,
      bookedOn: null,
      side,
      chargeFen: 5n,
    });
    const parts = (amountFen: bigint, side: BankLine["side"]) =>
      withoutCharge(line(amountFen, side), 100n).map((each) => [each.status, each.amountFen]);
    expect(parts(105n, "debit")).toEqual([
      ["paid", 100n],
      ["charge", 5n],
    ]);
    expect(parts(95n, "credit")).toEqual([
      ["returned", 100n],
      ["charge", 5n],
    ]);
    expect(parts(100n, "debit")).toEqual([["paid", 100n]]);
    expect(parts(104n, "debit")).toEqual([["paid", 104n]]);
  });

  it("knows the accounts it names itself", () => {
    expect(fitsAccount("340500-TREASURY", "340500", "treasury")).toBe(true);
    expect(fitsAccount("340500-POOL", "340500", "treasury")).toBe(false);
    expect(fitsAccount("340100-TREASURY", "340500", null)).toBe(false);
    expect([fitsAccount("CH2801234000123456789", "340500", "pool"), fitsAccount(undefined, "340500", null)]).toEqual([
      true,
      true,
    ]);
  });

  it("asks for another account where the reason lies in it", () => {
    expect(["AC01", "AC04", "BE01"].every(needsAccount)).toBe(true);
    expect([null, "AM04", "TECH", "NARR"].some(needsAccount)).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentStatus } from "../payment-batch";
import { needsAccount, outcomeOf, type Asked } from "./bank-answer";

const asked = (status: PaymentStatus, released = true): Asked => ({ status, netFen: 100n, released });
const said = (status: "paid" | "returned" | "pending" | "received", amountFen: bigint | null = 100n) => ({
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
    ["a payment nobody knows", said("paid"), null, "unknown"],
  ] as const)("%s", (_name, line, payment, outcome) => expect(outcomeOf(line, payment)).toBe(outcome));

  it("moves money only from where it can go, whatever the bank says", () => {
    const statuses = fc.constantFrom<PaymentStatus>("pending", "batched", "paid", "returned", "cancelled");
    fc.assert(
      fc.property(
        fc.constantFrom("paid", "returned", "pending", "received"),
        fc.option(fc.bigInt({ min: 99n, max: 101n }), { nil: null }),
        statuses,
        fc.boolean(),
        (status, amountFen, now, released) => {
          const outcome = outcomeOf({ status, amountFen }, { status: now, netFen: 100n, released });
          if (outcome === "paid") expect([status, now, released]).toEqual(["paid", "batched", true]);
          if (outcome === "returned")
            expect(status === "returned" && released && (now === "batched" || now === "paid")).toBe(true);
          if (outcome === "paid" || outcome === "returned") expect(amountFen === null || amountFen === 100n).toBe(true);
        },
      ),
    );
  });

  it("asks for another account where the reason lies in it", () => {
    expect(["AC01", "AC04", "BE01"].every(needsAccount)).toBe(true);
    expect([null, "AM04", "TECH", "NARR"].some(needsAccount)).toBe(false);
  });
});

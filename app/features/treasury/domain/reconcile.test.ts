import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reconcile, type Booked, type Stray } from "./reconcile";

const booked = (given: Partial<Booked>): Booked => ({
  id: "p",
  status: "paid",
  netFen: 100n,
  debitFen: 100n,
  creditFen: null,
  isAskedBack: false,
  isAnswered: true,
  ...given,
});
const kinds = (given: Partial<Booked>) =>
  reconcile([booked(given)], []).differences.map(({ kind, fen }) => [kind, fen]);

describe("books and bank statement", () => {
  it("agree on what was paid, on what came back, and on what was never sent", () => {
    for (const given of [
      {},
      { status: "returned", creditFen: 100n },
      { status: "returned", debitFen: null },
      { status: "batched", debitFen: null },
    ] as const)
      expect(kinds(given)).toEqual([]);
  });

  it.each([
    ["answered, not on the statement yet", { debitFen: null }, "unbooked", 100n],
    ["noted by hand", { debitFen: null, isAnswered: false }, "byHand", 100n],
    ["another sum debited", { debitFen: 99n }, "amountDiffers", 1n],
    ["debited though returned in the books", { status: "returned" }, "contradicts", -100n],
    ["back at the bank, paid in the books", { creditFen: 100n }, "returnedAtBank", 100n],
    ["a part back at the bank, all paid in the books", { creditFen: 40n }, "partReturned", 40n],
    [
      "back at the bank while its recovery is not decided",
      { creditFen: 100n, isAskedBack: true },
      "recoveryOpen",
      100n,
    ],
    ["back without a debit", { status: "returned", debitFen: null, creditFen: 100n }, "creditOnly", 100n],
  ] as const)("%s", (_name, given, kind, fen) => expect(kinds(given)).toEqual([[kind, fen]]));

  it("differ by bookings that name no payment, unexplained until somebody has said what they were", () => {
    const { bankFen, differences, unexplainedFen } = reconcile(
      [],
      [
        { id: "a", side: "debit", fen: 7n, what: "booking" },
        { id: "b", side: "credit", fen: 5n, what: "booking" },
      ],
    );
    expect(bankFen).toBe(2n);
    expect(differences).toEqual([
      { kind: "strayDebit", id: "a", fen: -7n },
      { kind: "strayCredit", id: "b", fen: 5n },
    ]);
    expect(unexplainedFen).toBe(12n);
  });

  it("leave what was set aside unexplained, even where debits and credits make up for each other", () => {
    const { differences, unexplainedFen, bankFen } = reconcile(
      [],
      [
        { id: "a", side: "debit", fen: 7n, what: "setAside" },
        { id: "b", side: "credit", fen: 7n, what: "setAside" },
        { id: "c", side: "debit", fen: 2n, what: "charge" },
      ],
    );
    expect(differences.map(({ kind, fen }) => [kind, fen])).toEqual([
      ["setAside", -7n],
      ["setAside", 7n],
      ["bankCharge", -2n],
    ]);
    expect([bankFen, unexplainedFen]).toEqual([2n, 14n]);
  });

  it("leave nothing unexplained but what was noted by hand and what names no payment", () => {
    const sum = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: null });
    const payment = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom("pending", "batched", "paid", "returned", "cancelled"),
      netFen: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      debitFen: sum,
      creditFen: sum,
      isAskedBack: fc.boolean(),
      isAnswered: fc.boolean(),
    });
    const stray = fc.record({
      id: fc.uuid(),
      side: fc.constantFrom("debit", "credit"),
      fen: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      what: fc.constantFrom("booking", "charge"),
    });
    fc.assert(
      fc.property(
        fc.array(payment as fc.Arbitrary<Booked>, { maxLength: 12 }),
        fc.array(stray as fc.Arbitrary<Stray>, { maxLength: 4 }),
        (payments, strays) => {
          const { booksFen, bankFen, differences, unexplainedFen } = reconcile(payments, strays);
          const open = differences.filter(({ kind }) => ["byHand", "strayDebit", "strayCredit"].includes(kind));
          expect(unexplainedFen).toBe(open.reduce((total, { fen }) => total + (fen < 0n ? -fen : fen), 0n));
          expect(booksFen - differences.reduce((total, { fen }) => total + fen, 0n)).toBe(bankFen);
        },
      ),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { availableOf } from "../../domain/envelope-balance";
import { carryOver } from "../../use-cases/carry-over.server";
import { grantBudget } from "../../use-cases/grant-budget.server";
import { readForecast } from "../../use-cases/read-forecast.server";
import { readReconciliation } from "~/features/treasury/use-cases/read-reconciliation.server";
import { reduceBudget } from "../../use-cases/reduce-budget.server";
import { maker } from "../due-payment";
import { drive, type Report } from "./drive";
import { checkInvariants } from "./invariants";

let process: TestProcess;
let report: Report;

beforeAll(async () => {
  process = await testProcess();
  report = await drive(process, { operations: 280, workers: 4, seed: 7 });
}, 300_000);
afterAll(() => process.close());

describe("random operations of several workers at once", () => {
  it("leave everything true that must be true of the ledger", () => {
    expect(report.errors).toEqual([]);
    expect(report.invariants.filter(({ violations }) => violations > 0)).toEqual([]);
    expect(report.tallies["answer"]?.done).toBeGreaterThan(0);
  });

  it("leave books and statements with no difference that isn't explained", async () => {
    const { unexplainedFen, booksFen, bankFen, differences } = await readReconciliation(
      { tx: process.prisma },
      "340500",
      2026,
    );
    expect(unexplainedFen).toBe(0n);
    expect(booksFen - differences.reduce((sum, { fen }) => sum + fen, 0n)).toBe(bankFen);
  });

  it("are noticed when a row is wrong", async () => {
    const paid = await process.prisma.payment.findFirstOrThrow({ where: { status: "paid" } });
    await process.prisma.payment.update({ where: { id: paid.id }, data: { paidAt: null } });
    const broken = (await checkInvariants(process.prisma))
      .filter(({ violations }) => violations > 0)
      .map(({ name }) => name);
    expect(broken).toContain("every payment is disbursed once and returned at most once");
    await process.prisma.payment.update({ where: { id: paid.id }, data: { paidAt: paid.paidAt } });
  });
});

describe("the end of a year", () => {
  it("carries over what is available, once, and leaves what is promised", async () => {
    // What the workers left depends on who was faster: a fen more than nothing is left for certain.
    const { documentId } = await process.prisma.envelope.findFirstOrThrow({
      where: { kind: "budget", year: 2026, level: "city", itemId: null },
      orderBy: { id: "asc" },
    });
    await perform(process, maker, (deps) =>
      grantBudget(deps, { documentId, year: 2026, fen: 1n, idempotencyKey: "year-end" }),
    );
    const before = await process.prisma.envelope.findFirstOrThrow({
      where: { kind: "budget", year: 2026, level: "city", itemId: null, documentId },
    });
    const fen = availableOf(before);
    const carry = () =>
      perform(process, maker, (deps) => carryOver(deps, { envelopeId: before.id, idempotencyKey: "year-end" }));
    expect(fen).toBeGreaterThan(0n);
    expect([await carry(), await carry()]).toEqual([fen, 0n]);
    const after = await process.prisma.envelope.findUniqueOrThrow({ where: { id: before.id } });
    expect([availableOf(after), after.committedFen, after.disbursedFen]).toEqual([
      0n,
      before.committedFen,
      before.disbursedFen,
    ]);
    await expect(
      perform(process, maker, (deps) => carryOver(deps, { envelopeId: before.id, idempotencyKey: "again" })),
    ).rejects.toMatchObject({ code: "funds.carry-empty" });
    const next = await process.prisma.envelope.findFirstOrThrow({
      where: { documentId, itemId: null, year: 2027, regionCode: before.regionCode },
    });
    expect(next).toMatchObject({ grantedFen: 0n });
    await expect(
      perform(process, maker, (deps) =>
        reduceBudget(deps, { envelopeId: next.id, fen: 1n, idempotencyKey: "carried" }),
      ),
    ).rejects.toMatchObject({ code: "funds.order-over" });
    expect((await checkInvariants(process.prisma)).filter(({ violations }) => violations > 0)).toEqual([]);
    const row = (await readForecast({ ...process, tx: process.prisma, actor: maker }, 2026)).find(
      ({ id }) => id === before.id,
    );
    expect(row).toMatchObject({ availableFen: 0n });
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { post } from "../adapters/ledger.repository.server";
import { grantBudget } from "./grant-budget.server";
import { reserveBudget } from "./reserve-budget.server";

const actor = { kind: "system", name: "worker" } as const;
const itemId = "zone-mfg-003";
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

describe("a budget", () => {
  it("is never overspent by 50 approvals at once", async () => {
    const documentId = process.catalogue.registry.documentIdOf(itemId);
    await perform(process, actor, (deps) =>
      grantBudget(deps, { documentId, year: 2026, fen: 1_000n, idempotencyKey: "first" }),
    );
    const reserve = () =>
      perform(process, actor, (deps) =>
        reserveBudget(deps, { applicationId: randomUUID(), itemId, year: 2026, fen: 70n, firmRegion: "340503" }),
      );
    const answers = await Promise.all(Array.from({ length: 50 }, reserve));
    expect(answers.filter(Boolean)).toHaveLength(14);
    const envelope = await process.prisma.envelope.findFirstOrThrow();
    expect(envelope).toMatchObject({ grantedFen: 1_000n, reservedFen: 980n, disbursedFen: 0n });
    const { _sum } = await process.prisma.ledgerEntry.aggregate({ _sum: { amountFen: true } });
    expect(_sum.amountFen).toBe(0n);
  });

  it("cannot be overspent past the use case either", async () => {
    const { id } = await process.prisma.envelope.findFirstOrThrow();
    await expect(
      post(process.prisma, {
        id: process.random.uuid(),
        kind: "reserve",
        lines: [{ envelopeId: id, movement: "reserve", fen: 21n }],
        actorId: null,
        at: new Date(),
        idempotencyKey: "over",
      }),
    ).rejects.toThrow(/Envelope_never_overspent_check/);
  });

  it("has sums that nobody can write by hand", async () => {
    const { id } = await process.prisma.envelope.findFirstOrThrow();
    await expect(process.prisma.envelope.update({ where: { id }, data: { reservedFen: 0n } })).rejects.toThrow(
      /follow from its entries/,
    );
    await expect(
      process.prisma.envelope.create({
        data: {
          year: 2030,
          level: "city",
          regionCode: "340500",
          documentId: "x",
          name: "x",
          createdAt: new Date(),
          grantedFen: 5n,
        },
      }),
    ).rejects.toThrow(/follow from its entries/);
  });

  it("keeps a ledger that can't be changed and must balance", async () => {
    const entry = await process.prisma.ledgerEntry.findFirstOrThrow();
    await expect(
      process.prisma.ledgerEntry.update({ where: { id: entry.id }, data: { amountFen: 1n } }),
    ).rejects.toThrow(/permission denied/);
    await expect(process.prisma.ledgerEntry.delete({ where: { id: entry.id } })).rejects.toThrow(/permission denied/);
    const unbalanced = process.prisma.ledgerTransaction.create({
      data: {
        kind: "grant",
        at: new Date(),
        idempotencyKey: "lame",
        entries: { create: [{ envelopeId: entry.envelopeId, account: "available", amountFen: 5n }] },
      },
    });
    await expect(unbalanced).rejects.toThrow(/is not balanced/);
    expect(await process.prisma.ledgerTransaction.count({ where: { idempotencyKey: "lame" } })).toBe(0);
  });
});

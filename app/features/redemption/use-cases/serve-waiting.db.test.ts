import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pipelineOf } from "~/features/funds/adapters/forecast.repository.server";
import { collectRecovery } from "~/features/treasury/use-cases/collect-recovery.server";
import { carryOver } from "~/features/funds/use-cases/carry-over.server";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { releaseBudget } from "~/features/funds/use-cases/release-budget.server";
import { serveFreed } from "./serve-waiting.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import {
  addDuePayment,
  addPayee,
  addUnfunded,
  checker,
  maker,
  voucherOf,
  witness,
  grantFor,
} from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

const itemId = "zone-patent-005";
const worker = { kind: "system", name: "worker" } as const;
let process: TestProcess;
let serial = 0;

beforeAll(async () => {
  process = await testProcess();
  await grantFor(process, itemId, 1_000n);
});
afterAll(() => process.close());

const run = <T>(
  work: (deps: Parameters<Parameters<typeof perform<T>>[2]>[0] & { actor: typeof maker }) => Promise<T>,
  actor = maker,
) => perform(process, actor, (deps) => work({ ...deps, actor }));
const state = async (id: string) => (await process.prisma.application.findUniqueOrThrow({ where: { id } })).state;
const payee = () => addPayee(process, (serial += 1));

/** A case that was approved when the money had gone; the clock moves on, so that the order of decisions is plain. */
async function waits(fen: bigint): Promise<string> {
  process.clock.set(new Date(process.clock.now().getTime() + 60_000));
  return addUnfunded(process, await payee(), itemId, fen);
}

/** What is approved and waits for money of the envelope. */
async function underWay(): Promise<bigint> {
  const rows = (await pipelineOf(process.prisma, 2026)).filter(({ isApproved }) => isApproved);
  return rows.reduce((sum, { fen }) => sum + fen, 0n);
}

/** What the worker does with the messages that wait. */
async function deliver(): Promise<number> {
  const orders = await process.prisma.outbox.findMany({
    where: { topic: "serve-waiting", processedAt: null },
    orderBy: { id: "asc" },
  });
  let served = 0;
  for (const { id, payload } of orders) {
    served += await serveFreed(process, worker, (payload as { envelopeIds: string[] }).envelopeIds);
    await process.prisma.outbox.update({ where: { id }, data: { processedAt: process.clock.now() } });
  }
  return served;
}

it("money of a case that ends serves who waits, the earliest decision first, and nobody past the first it does not reach for", async () => {
  const holder = await addDuePayment(process, await payee(), itemId, 1_000n);
  const [first, second, third, small] = [await waits(600n), await waits(300n), await waits(200n), await waits(50n)];
  expect(await deliver()).toBe(0);
  expect(await underWay(), "what holds money is not on its way to it").toBe(1_150n);
  await run((deps) => releaseBudget(deps, { applicationId: holder.applicationId, reason: "撤回" }));
  expect(await underWay(), "what lost its money is on its way to it again").toBe(2_150n);
  expect(await state(first), "in the worker, not before").toBe("awaitingBudget");
  expect(await deliver()).toBe(2);
  expect(await Promise.all([first, second, third, small].map(state))).toEqual([
    "payment",
    "payment",
    "awaitingBudget",
    "awaitingBudget",
  ]);
  expect(
    await process.prisma.envelope.findFirstOrThrow({
      where: { documentId: process.catalogue.registry.documentIdOf(itemId), year: 2026 },
    }),
  ).toMatchObject({ committedFen: 900n, reservedFen: 0n });
});

it("a recovery that the firm pays serves the next, once, however many workers hear of it", async () => {
  const paid = await process.prisma.payment.findFirstOrThrow({ where: { amountFen: 600n } });
  const batch = await run((deps) => createBatch(deps, { paymentIds: [paid.id], idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, batch), checker);
  await run((deps) => markPaid(deps, batch, [paid.id], voucherOf(shanghaiDay(process.clock.now()))), witness);
  const recoveryId = await run((deps) =>
    recoverPayment(deps, { paymentId: paid.id, sumFen: 100n, reason: "重复享受" }),
  );
  await run((deps) => collectRecovery(deps, { recoveryId, fen: 100n, idempotencyKey: "slip" }));
  const [order] = await process.prisma.outbox.findMany({ where: { topic: "serve-waiting", processedAt: null } });
  const { envelopeIds } = order?.payload as { envelopeIds: string[] };
  const served = await Promise.all([1, 2, 3].map(() => serveFreed(process, worker, envelopeIds)));
  expect(served.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await process.prisma.application.count({ where: { state: "awaitingBudget" } })).toBe(1);
  expect(
    await process.prisma.ledgerTransaction.count({
      where: { kind: "reserve", idempotencyKey: { startsWith: "reserve:" }, entries: { some: { amountFen: 200n } } },
    }),
  ).toBe(1);
});

it("a carry-over serves who waits for the new year's budget", async () => {
  const { id } = await process.prisma.envelope.findFirstOrThrow({ where: { year: 2026 } });
  await process.prisma.application.updateMany({ where: { state: "awaitingBudget" }, data: { year: 2027 } });
  await run((deps) =>
    grantBudget(deps, {
      documentId: process.catalogue.registry.documentIdOf(itemId),
      year: 2026,
      fen: 70n,
      idempotencyKey: "more",
    }),
  );
  expect(await run((deps) => carryOver(deps, { envelopeId: id, idempotencyKey: "year" }))).toBe(70n);
  expect(await deliver()).toBe(1);
  expect(await process.prisma.application.count({ where: { state: "awaitingBudget" } })).toBe(0);
});

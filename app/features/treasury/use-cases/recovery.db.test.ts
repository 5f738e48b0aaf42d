import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { addDuePayment, addPayee, checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { collectRecovery } from "./collect-recovery.server";
import { createBatch } from "./create-batch.server";
import { deductFromPayment } from "~/features/funds/use-cases/deduct-from-payment.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { readOwed, recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBatch } from "./release-batch.server";
import { releaseBudget } from "~/features/funds/use-cases/release-budget.server";
import { markPaid } from "./settle-payment.server";

const itemId = "zone-patent-005";
const otherItem = "zone-mfg-003";
let process: TestProcess;
let payee: Awaited<ReturnType<typeof addPayee>>;
let paid: { applicationId: string; paymentId: string };

const run = <T>(
  work: (deps: Parameters<Parameters<typeof perform<T>>[2]>[0] & { actor: typeof maker }) => Promise<T>,
  actor = maker,
) => perform(process, actor, (deps) => work({ ...deps, actor }));

async function payOut(paymentId: string): Promise<void> {
  const batch = await run((deps) =>
    createBatch(deps, { paymentIds: [paymentId], idempotencyKey: `batch:${paymentId}` }),
  );
  await run((deps) => releaseBatch(deps, batch), checker);
  await run((deps) => markPaid(deps, batch, [paymentId], voucherOf(shanghaiDay(process.clock.now()))), witness);
}

const sums = async (item: string) => {
  const documentId = process.catalogue.registry.documentIdOf(item);
  const { reservedFen, committedFen, disbursedFen, owedFen } = await process.prisma.envelope.findFirstOrThrow({
    where: { documentId, level: "city" },
  });
  return { reservedFen, committedFen, disbursedFen, owedFen };
};

beforeAll(async () => {
  process = await testProcess();
  for (const item of [itemId, otherItem])
    await run((deps) =>
      grantBudget(deps, {
        documentId: process.catalogue.registry.documentIdOf(item),
        year: 2026,
        fen: 10_000_000n,
        idempotencyKey: item,
      }),
    );
  payee = await addPayee(process, 1);
  paid = await addDuePayment(process, payee, itemId, 1_000_001n);
});
afterAll(() => process.close());

describe("a payment on its way", () => {
  it("commits its money when the decision is final and disburses it when it is paid", async () => {
    expect(await sums(itemId)).toEqual({ reservedFen: 0n, committedFen: 1_000_001n, disbursedFen: 0n, owedFen: 0n });
    await payOut(paid.paymentId);
    expect(await sums(itemId)).toEqual({ reservedFen: 0n, committedFen: 0n, disbursedFen: 1_000_001n, owedFen: 0n });
  });
});

describe("a recovery", () => {
  it("refuses more than was paid, nothing, and no reason", async () => {
    const order = { paymentId: paid.paymentId, reason: "申报材料不实" };
    for (const sumFen of [0n, 1_000_002n])
      await expect(run((deps) => recoverPayment(deps, { ...order, sumFen }))).rejects.toMatchObject({
        code: "funds.recovery-wrong",
      });
    await expect(run((deps) => recoverPayment(deps, { ...order, sumFen: 1n, reason: " " }))).rejects.toMatchObject({
      code: "redemption.reason-missing",
    });
  });

  it("makes the firm owe the sum once, however often it is decided with the same key", async () => {
    const decide = () =>
      run((deps) => recoverPayment(deps, { paymentId: paid.paymentId, sumFen: 600_000n, reason: "申报材料不实" }));
    const ids = [await decide(), ...(await Promise.all([decide(), decide()]))];
    expect(new Set(ids).size).toBe(1);
    expect(await sums(itemId)).toMatchObject({ disbursedFen: 400_001n, owedFen: 600_000n });
  });

  it("is paid back in part by the firm itself and no more than is open", async () => {
    const [owed] = await readOwed({ tx: process.prisma }, payee.enterpriseId);
    const collect = (fen: bigint, idempotencyKey: string) =>
      run((deps) => collectRecovery(deps, { recoveryId: owed?.id ?? "", fen, idempotencyKey }));
    await collect(100_000n, "slip-1");
    await collect(100_000n, "slip-1");
    await expect(collect(500_001n, "slip-2")).rejects.toMatchObject({ code: "funds.recovery-wrong" });
    expect((await readOwed({ tx: process.prisma }, payee.enterpriseId))[0]).toMatchObject({
      sumFen: 600_000n,
      owedFen: 500_000n,
      openFen: 500_000n,
    });
  });

  it("is deducted from a later payment of the firm, in the ledger when that one is paid", async () => {
    const later = await addDuePayment(process, payee, otherItem, 800_000n);
    const [owed] = await readOwed({ tx: process.prisma }, payee.enterpriseId);
    const deduct = () =>
      run((deps) => deductFromPayment(deps, { recoveryId: owed?.id ?? "", paymentId: later.paymentId }));
    expect(
      await process.prisma.payment.findUniqueOrThrow({ where: { id: later.paymentId } }),
      "deducted when the payment became due",
    ).toMatchObject({ deductedFen: 500_000n });
    expect(await deduct()).toBe(500_000n);
    expect((await readOwed({ tx: process.prisma }, payee.enterpriseId))[0]?.openFen).toBe(0n);
    expect(await sums(itemId)).toMatchObject({ owedFen: 500_000n });
    await payOut(later.paymentId);
    expect(
      await process.prisma.paymentBatch.findFirstOrThrow({ where: { payments: { some: { id: later.paymentId } } } }),
    ).toMatchObject({ totalFen: 300_000n });
    expect(await sums(itemId)).toMatchObject({ disbursedFen: 400_001n, owedFen: 0n });
    expect(await sums(otherItem)).toMatchObject({ disbursedFen: 800_000n });
    expect(await readOwed({ tx: process.prisma }, payee.enterpriseId)).toEqual([]);
  });

  it("never touches another firm's payment", async () => {
    const [recovery] = await process.prisma.recovery.findMany();
    const stranger = await addDuePayment(process, await addPayee(process, 2), otherItem, 5n);
    await expect(
      run((deps) => deductFromPayment(deps, { recoveryId: recovery?.id ?? "", paymentId: stranger.paymentId })),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("a case that is not paid after all", () => {
  it("gives its money back, unless the payment is in a batch", async () => {
    const before = await sums(otherItem);
    const due = await addDuePayment(process, await addPayee(process, 3), otherItem, 70_000n);
    expect((await sums(otherItem)).committedFen).toBe(before.committedFen + 70_000n);
    const release = () => run((deps) => releaseBudget(deps, { applicationId: due.applicationId, reason: "撤回" }));
    expect(await release()).toBe(70_000n);
    expect(await release()).toBe(0n);
    expect(await sums(otherItem)).toEqual(before);
    const batched = await addDuePayment(process, await addPayee(process, 4), otherItem, 9n);
    await run((deps) => createBatch(deps, { paymentIds: [batched.paymentId], idempotencyKey: "batched" }));
    await expect(
      run((deps) => releaseBudget(deps, { applicationId: batched.applicationId, reason: "撤回" })),
    ).rejects.toMatchObject({ code: "funds.payment-under-way" });
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { checker, maker, testKey, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { checkInvariants } from "~/features/funds/testing/verify/invariants";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { Cast } from "~/features/redemption/testing/verify/cast";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { decideObligation } from "~/features/redemption/use-cases/decide-obligation.server";
import { payInstalments } from "~/features/redemption/use-cases/pay-instalment.server";
import {
  closeRecoveries,
  confirmRecovery,
  dropRecovery,
  proposeRecovery,
} from "~/features/redemption/use-cases/recover-case.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { expiries } from "~/contexts.server";
import type { Deps } from "~/platform/context.server";
import { createLog } from "~/platform/log.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { collectRecovery } from "./collect-recovery.server";
import { createBatch } from "./create-batch.server";
import { exportBatch } from "./export-batch.server";
import { readBatch } from "./read-payments.server";
import { requeuePayment } from "./reissue-payment.server";
import { releaseBatch } from "./release-batch.server";
import { markPaid, markReturned } from "./settle-payment.server";
import { withdrawStopped } from "./withdraw-stopped.server";

/** 100万元，分三年按40%、30%、30%兑现；5年内迁出的，其余各期不再兑现. */
const plan = "zone-more-013";
const worker = { kind: "system", name: "worker" } as const;
let process: TestProcess;
let serial = 70;
let cast: Cast | undefined;

beforeAll(async () => {
  process = await testProcess();
  for (const year of [2026, 2027])
    await run(maker, (deps) =>
      grantBudget(deps, { documentId: "zone-more", year, fen: 1_000_000_000n, idempotencyKey: randomUUID() }),
    );
});
afterAll(() => process.close());

const run = <T>(actor: UserActor, work: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const day = (date: string) => process.clock.set(startOfDay(date));
const payments = (id: string) =>
  process.prisma.payment.findMany({ where: { applicationId: id }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const batchOf = (id: string) => process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } });
const parts = async (id: string) =>
  (await process.prisma.instalment.findMany({ where: { applicationId: id }, orderBy: { place: "asc" } })).map(
    ({ status }) => status,
  );
const handedOut = (batchId: string) => run(checker, (deps) => exportBatch(deps, batchId, "xml", testKey));
const told = async (kind: string) =>
  (await process.prisma.outbox.findMany({ where: { topic: "notice" } })).filter(
    ({ payload }) => (payload as { kind: string }).kind === kind,
  ).length;
const disbursed = async () =>
  (await process.prisma.envelope.findFirstOrThrow({ where: { documentId: "zone-more", year: 2027 } })).disbursedFen;
const holds = async () =>
  expect((await checkInvariants(process.prisma)).filter(({ violations }) => violations > 0)).toEqual([]);

async function batched(...ids: string[]): Promise<string> {
  const due = await process.prisma.payment.findMany({ where: { applicationId: { in: ids }, status: "pending" } });
  return run(maker, (deps) => createBatch(deps, { paymentIds: due.map(({ id }) => id), idempotencyKey: randomUUID() }));
}

async function paid(batchId: string, ...ids: string[]): Promise<void> {
  const rows = await process.prisma.payment.findMany({ where: { batchId, applicationId: { in: ids } } });
  const voucher = voucherOf(shanghaiDay(process.clock.now()));
  await run(witness, (deps) =>
    markPaid(
      deps,
      batchId,
      rows.map(({ id }) => id),
      voucher,
    ),
  );
}

/** Decided in 2026 and its first part paid; its second is in a batch that was released on 4 January 2027. */
async function released(...others: EquipmentCase[]): Promise<{ sent: EquipmentCase; batchId: string }> {
  const sent = await firstPaid();
  day("2027-01-04");
  await payInstalments(process, worker);
  const batchId = await batched(sent.id, ...others.map(({ id }) => id));
  await run(checker, (deps) => releaseBatch(deps, batchId));
  return { sent, batchId };
}

async function firstPaid(): Promise<EquipmentCase> {
  day("2026-11-30");
  const answers = { headquarters: "regional", relocatedFromOutside: true };
  const sent = await EquipmentCase.submitted(process, (serial += 1), answers, plan, cast);
  cast = sent.cast;
  await sent.recommend();
  await sent.step("two", "APPROVE");
  day("2026-12-20");
  await runDeadlines({ ...process, log: createLog("silent") }, expiries);
  const batchId = await batched(sent.id);
  await run(checker, (deps) => releaseBatch(deps, batchId));
  await paid(batchId, sent.id);
  return sent;
}

const askedBack = (sent: EquipmentCase, sumFen: bigint | null = null) =>
  run(sent.official("one"), async (deps) =>
    proposeRecovery(deps, {
      id: sent.id,
      kind: "error",
      sumFen,
      reason: "不符合条件",
      idempotencyKey: randomUUID(),
      expectedVersion: (await sent.row()).version,
    }),
  );

const decided = (sent: EquipmentCase, type: "RECOVERY_CONFIRMED" | "RECOVERY_DROPPED") =>
  run(sent.official("two"), async (deps) => {
    await (type === "RECOVERY_CONFIRMED" ? confirmRecovery : dropRecovery)(deps, sent.id);
    const event = { type, actorId: deps.actor.userId } as const;
    await advanceCase(deps, { where: { id: sent.id }, event, idempotencyKey: randomUUID() });
  });

async function broken(sent: EquipmentCase): Promise<void> {
  const [stays] = await process.prisma.obligation.findMany({ where: { applicationId: sent.id } });
  const decision = { id: stays!.id, kept: false, note: "已迁往外省", found: null, idempotencyKey: randomUUID() };
  await run(sent.official("one"), (deps) => decideObligation(deps, decision));
}

const recoveries = async ({ id }: EquipmentCase) =>
  (await process.prisma.recoveryCase.findMany({ where: { applicationId: id }, orderBy: { proposedAt: "asc" } })).map(
    ({ status, sumFen }) => [status, sumFen],
  );

describe("a part in a released batch, when its case is asked to pay back", () => {
  it("is held as long as nobody has the batch's file: the others of the batch go on", async () => {
    const other = await firstPaid();
    const { sent, batchId } = await released(other);
    await askedBack(sent);
    await expect(handedOut(batchId)).rejects.toMatchObject({ code: "funds.asked-back" });
    const shown = await readBatch({ tx: process.prisma, clock: process.clock }, batchId, "340500");
    expect(shown.stopped).toEqual([(await sent.row()).number]);
    const before = await batchOf(batchId);
    await run(maker, (deps) => withdrawStopped(deps, batchId));
    expect(await batchOf(batchId)).toMatchObject({
      status: "exported",
      paymentCount: 1,
      totalFen: before.totalFen - 30_000_000n,
    });
    expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "cancelled"]);
    expect(await parts(sent.id)).toEqual(["open", "open"]);
    await handedOut(batchId);
    await paid(batchId, other.id);
    expect((await batchOf(batchId)).status).toBe("settled");
    // The proposal is dropped: the part is listed again and paid.
    await payInstalments(process, worker);
    expect(await parts(sent.id)).toEqual(["open", "open"]);
    await decided(sent, "RECOVERY_DROPPED");
    await payInstalments(process, worker);
    const again = await batched(sent.id);
    await run(checker, (deps) => releaseBatch(deps, again));
    await paid(again, sent.id);
    expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "cancelled", "paid"]);
    await holds();
  });

  it("is cancelled with the batch that holds nothing else, and no more than once", async () => {
    const { sent, batchId } = await released();
    await askedBack(sent);
    await run(maker, (deps) => withdrawStopped(deps, batchId));
    expect(await batchOf(batchId)).toMatchObject({ status: "cancelled", paymentCount: 0, totalFen: 0n });
    await expect(run(maker, (deps) => withdrawStopped(deps, batchId))).rejects.toMatchObject({
      code: "funds.batch-state",
    });
    await holds();
  });

  it("is paid once the bank has the file, and the proposal is of this part too", async () => {
    const { sent, batchId } = await released();
    await handedOut(batchId);
    await askedBack(sent);
    await expect(run(maker, (deps) => withdrawStopped(deps, batchId))).rejects.toMatchObject({
      code: "funds.batch-state",
    });
    expect(await recoveries(sent)).toEqual([["proposed", 40_000_000n]]);
    const before = await told("instalmentStoppedPaid");
    await paid(batchId, sent.id);
    expect(await recoveries(sent)).toEqual([["proposed", 70_000_000n]]);
    expect(await told("instalmentStoppedPaid")).toBe(before + 1);
    await decided(sent, "RECOVERY_CONFIRMED");
    expect(await parts(sent.id)).toEqual(["listed", "dropped"]);
    expect(await process.prisma.recovery.findMany({ where: { applicationId: sent.id } })).toMatchObject([
      { sumFen: 70_000_000n },
    ]);
    await holds();
  });

  it("leaves a proposal of a certain sum as the office made it", async () => {
    const { sent, batchId } = await released();
    await handedOut(batchId);
    await askedBack(sent, 1_000_000n);
    await paid(batchId, sent.id);
    expect(await recoveries(sent)).toEqual([["proposed", 1_000_000n]]);
    await decided(sent, "RECOVERY_DROPPED");
  });

  it("is demanded back where the decision has fallen, and the case ends when all of it is there", async () => {
    const { sent, batchId } = await released();
    await handedOut(batchId);
    await askedBack(sent);
    await decided(sent, "RECOVERY_CONFIRMED");
    await paid(batchId, sent.id);
    expect(await recoveries(sent)).toEqual([
      ["demanded", 40_000_000n],
      ["demanded", 30_000_000n],
    ]);
    const owed = await process.prisma.recovery.findMany({ where: { applicationId: sent.id } });
    const collect = (id: string, fen: bigint) =>
      run(maker, (deps) => collectRecovery(deps, { recoveryId: id, fen, idempotencyKey: randomUUID() }));
    const [first, second] = owed.sort((a, b) => Number(b.sumFen - a.sumFen));
    await collect(first!.id, 40_000_000n);
    await closeRecoveries(process);
    expect((await recoveries(sent)).map(([status]) => status)).toEqual(["demanded", "demanded"]);
    await collect(second!.id, 30_000_000n);
    await closeRecoveries(process);
    expect((await recoveries(sent)).map(([status]) => status)).toEqual(["recovered", "recovered"]);
    await holds();
  });
});

describe("a part of a case whose obligation is broken", () => {
  it("is held in a batch, drafted or released, and then falls away for good", async () => {
    const { sent, batchId } = await released();
    await broken(sent);
    expect(await parts(sent.id)).toEqual(["listed", "dropped"]);
    await expect(handedOut(batchId)).rejects.toMatchObject({ code: "funds.asked-back" });
    await run(maker, (deps) => withdrawStopped(deps, batchId));
    expect(await parts(sent.id)).toEqual(["dropped", "dropped"]);
    await payInstalments(process, worker);
    expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "cancelled"]);
    await holds();
  });

  it("that the bank sends back is not paid again: its money is free", async () => {
    const { sent, batchId } = await released();
    await handedOut(batchId);
    const before = await disbursed();
    await broken(sent);
    const [, second] = await payments(sent.id);
    const asked = await told("paymentNeedsAccount");
    await run(witness, (deps) => markReturned(deps, batchId, [second!.id], { code: "AC04", text: "账户已销户" }));
    expect(await parts(sent.id)).toEqual(["dropped", "dropped"]);
    expect(await told("paymentNeedsAccount"), "nobody is asked for an account").toBe(asked);
    await run(maker, (deps) => requeuePayment(deps, second!.id));
    expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "returned", "cancelled"]);
    expect(await disbursed()).toBe(before);
    await holds();
  });

  it("that came back before is taken off the list as well", async () => {
    const { sent, batchId } = await released();
    await handedOut(batchId);
    const [, second] = await payments(sent.id);
    await run(witness, (deps) => markReturned(deps, batchId, [second!.id], { code: null, text: "行号有误" }));
    await broken(sent);
    expect(await parts(sent.id)).toEqual(["dropped", "dropped"]);
    expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "returned", "cancelled"]);
    await holds();
  });
});

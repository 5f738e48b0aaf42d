import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { debitCreditXml, type Booking } from "../testing/bank-files";
import {
  addDuePayment,
  addPayee,
  checker,
  maker,
  voucherOf,
  witness,
  grantFor,
} from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { checkInvariants } from "~/features/funds/testing/verify/invariants";
import { createBatch } from "./create-batch.server";
import { exportReconciliation } from "./export-reconciliation.server";
import { importBankFile } from "./import-bank-file.server";
import { readMoneyBack } from "./read-money-back.server";
import { readReconciliation } from "./read-reconciliation.server";
import { readOwed, readRecoveries, recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { confirmRefund, dropRefund, orderRefund } from "./refund-excess.server";
import { releaseBatch } from "./release-batch.server";
import { settleReturnedLine } from "./settle-returned-line.server";
import { markPaid } from "./settle-payment.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let serial = 0;

beforeAll(async () => {
  process = await testProcess();
  await grantFor(process, itemId, 100_000_000n);
});
afterAll(() => process.close());

const run = <T>(
  work: (deps: Parameters<Parameters<typeof perform<T>>[2]>[0] & { actor: UserActor }) => Promise<T>,
  actor: UserActor = maker,
) => perform(process, actor, (deps) => work({ ...deps, actor }));

/** A case of which 500 fen were paid, as the bank's debit notice says too. */
async function paid() {
  const payee = await addPayee(process, (serial += 1));
  const due = await addDuePayment(process, payee, itemId, 500n);
  const batch = await run((deps) => createBatch(deps, { paymentIds: [due.paymentId], idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, batch), checker);
  await run((deps) => markPaid(deps, batch, [due.paymentId], voucherOf(shanghaiDay(process.clock.now()))), witness);
  await send([{ reference: referenceOf(due.paymentId), fen: 500n, side: "DBIT" }]);
  return { ...payee, ...due };
}
type Paid = Awaited<ReturnType<typeof paid>>;

const official = (userId: string): UserActor => ({ ...maker, userId });
const [proposer, second] = [official(randomUUID()), official(randomUUID())];
const step = (one: Paid, type: "RECOVERY_PROPOSED" | "RECOVERY_CONFIRMED" | "RECOVERY_DROPPED", actor: UserActor) =>
  run(
    (deps) =>
      advanceCase(deps, {
        where: { id: one.applicationId },
        event: { type, actorId: actor.userId },
        idempotencyKey: randomUUID(),
      }),
    actor,
  );

/** One official asks `fen` of it back and another confirms. */
async function demand(one: Paid, fen: bigint): Promise<string> {
  await step(one, "RECOVERY_PROPOSED", proposer);
  await step(one, "RECOVERY_CONFIRMED", second);
  return run((deps) => recoverPayment(deps, { paymentId: one.paymentId, sumFen: fen, reason: "重复享受" }), second);
}

async function send(bookings: readonly Booking[]): Promise<string[]> {
  const { fileId } = await run((deps) =>
    importBankFile(deps, {
      fileName: "camt.xml",
      bytes: new TextEncoder().encode(debitCreditXml(randomUUID().slice(0, 30), bookings)),
    }),
  );
  return (await process.prisma.bankLine.findMany({ where: { fileId }, orderBy: { position: "asc" } })).map(
    ({ outcome }) => outcome,
  );
}
const back = (one: Paid, fen: bigint) =>
  send([{ reference: referenceOf(one.paymentId), fen, side: "CRDT", returnCode: "AC06" }]);
const owed = async (one: Paid) =>
  (await readOwed({ tx: process.prisma }, one.enterpriseId)).map(({ owedFen }) => owedFen);
const receipts = (one: Paid) =>
  process.prisma.recoveryReceipt.findMany({
    where: { applicationId: one.applicationId },
    orderBy: { id: "asc" },
    select: { fen: true, collectedFen: true, excessFen: true },
  });
const sums = async () =>
  process.prisma.envelope.findFirstOrThrow({
    where: { kind: "budget" },
    select: { committedFen: true, disbursedFen: true, owedFen: true },
  });
const page = () => readMoneyBack({ ...process, tx: process.prisma, actor: maker }, "zh");
const waiting = async (one: Paid) =>
  (await page()).waiting.filter(({ applicationId }) => applicationId === one.applicationId);
const differences = async (one: Paid) =>
  (await readReconciliation({ tx: process.prisma }, "340500", 2026)).differences
    .filter(({ id }) => id === one.paymentId)
    .map(({ kind }) => kind);
const told = async (kind: string, one: Paid) =>
  process.prisma.outbox.count({
    where: {
      topic: "notice",
      AND: [
        { payload: { path: ["kind"], equals: kind } },
        { payload: { path: ["href"], string_ends_with: one.applicationId } },
      ],
    },
  });

describe("a payment of which a part is demanded", () => {
  it("and that comes back whole settles the demand, and the rest is owed back to the firm", async () => {
    const one = await paid();
    await demand(one, 200n);
    const before = await sums();
    expect(await back(one, 500n)).toEqual(["excess"]);
    expect(await receipts(one)).toEqual([{ fen: 500n, collectedFen: 200n, excessFen: 300n }]);
    expect(await owed(one)).toEqual([]);
    expect(await sums(), "what is owed back is no money of the budget").toEqual({
      ...before,
      owedFen: before.owedFen - 200n,
    });
    expect(await differences(one)).toEqual([]);
    expect(await told("excessHeld", one)).toBe(1);
  });

  it("and that comes back in parts books each as it is, and the rest stays demanded", async () => {
    const one = await paid();
    await demand(one, 200n);
    expect(await back(one, 120n)).toEqual(["collected"]);
    expect(await owed(one)).toEqual([80n]);
    expect(await back(one, 100n)).toEqual(["excess"]);
    expect(await receipts(one)).toEqual([
      { fen: 120n, collectedFen: 120n, excessFen: 0n },
      { fen: 100n, collectedFen: 80n, excessFen: 20n },
    ]);
    const [recovery] = await readRecoveries({ tx: process.prisma }, one.enterpriseId);
    expect(recovery).toMatchObject({ owedFen: 0n, excessFen: 20n, givenFen: 0n });
  });
});

describe("money that came back before anything was decided", () => {
  it("waits, leads the department to the decision, and is then booked by it, once", async () => {
    const one = await paid();
    await step(one, "RECOVERY_PROPOSED", proposer);
    expect(await back(one, 500n)).toEqual(["recoveryOpen"]);
    expect(await back(one, 500n)).toEqual(["recoveryOpen"]);
    expect(await told("moneyBack", one)).toBe(2);
    const [line, ...more] = await waiting(one);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ fen: 500n, isPart: false, standing: "proposed", split: null });
    expect(await differences(one)).toEqual(["recoveryOpen"]);
    const settle = (actor: UserActor = maker) => run((deps) => settleReturnedLine(deps, line?.id ?? ""), actor);
    await expect(settle()).rejects.toMatchObject({ code: "redemption.recovery-open", status: 409 });
    await expect(settle({ ...maker, regionCode: "320100" })).rejects.toMatchObject({ status: 404 });

    await step(one, "RECOVERY_CONFIRMED", second);
    await run((deps) => recoverPayment(deps, { paymentId: one.paymentId, sumFen: 200n, reason: "重复享受" }), second);
    expect((await waiting(one))[0]).toMatchObject({
      standing: "demanded",
      split: { collectedFen: 200n, excessFen: 300n },
    });
    await Promise.all([settle(), settle(checker)]);
    expect(await receipts(one)).toEqual([{ fen: 500n, collectedFen: 200n, excessFen: 300n }]);
    expect(await waiting(one)).toEqual([]);
    expect(await differences(one)).toEqual([]);
  });

  it("is returned where the recovery is dropped, and the case waits for its payment again", async () => {
    const one = await paid();
    await step(one, "RECOVERY_PROPOSED", proposer);
    await back(one, 500n);
    await step(one, "RECOVERY_DROPPED", second);
    const [line] = await waiting(one);
    expect(line).toMatchObject({ standing: "kept", isPart: false });
    await run((deps) => settleReturnedLine(deps, line?.id ?? ""));
    expect(await process.prisma.application.findUniqueOrThrow({ where: { id: one.applicationId } })).toMatchObject({
      state: "payment",
    });
    expect(await receipts(one)).toEqual([]);
    expect(await waiting(one)).toEqual([]);
  });

  it("and is only a part moves nothing until a recovery is decided; the page says so", async () => {
    const one = await paid();
    expect(await back(one, 150n)).toEqual(["amountDiffers"]);
    expect(await told("moneyBack", one)).toBe(1);
    expect(await differences(one)).toEqual(["partReturned"]);
    const [line] = await waiting(one);
    expect(line).toMatchObject({ fen: 150n, isPart: true, standing: "kept" });
    const settle = () => run((deps) => settleReturnedLine(deps, line?.id ?? ""));
    await expect(settle()).rejects.toMatchObject({ code: "funds.part-returned", status: 409 });
    await demand(one, 200n);
    await settle();
    expect(await owed(one)).toEqual([50n]);
    expect(await receipts(one)).toEqual([{ fen: 150n, collectedFen: 150n, excessFen: 0n }]);
  });
});

describe("what is owed back to a firm", () => {
  it("is given back by two persons with a voucher, and the firm is told", async () => {
    const one = await paid();
    await demand(one, 200n);
    await back(one, 500n);
    const excess = async () => (await page()).excess.find(({ applicationId }) => applicationId === one.applicationId);
    const id = (await excess())?.id ?? "";
    expect(await excess()).toMatchObject({ excessFen: 300n, orderedAt: null, givenAt: null });
    await expect(run((deps) => confirmRefund(deps, id), checker)).rejects.toMatchObject({ code: "funds.refund-state" });
    await expect(run((deps) => orderRefund(deps, id, " "))).rejects.toMatchObject({
      code: "funds.reference-missing",
      status: 422,
    });
    await expect(run((deps) => orderRefund(deps, id, "T-1"), { ...maker, regionCode: "320100" })).rejects.toMatchObject(
      { status: 404 },
    );
    await run((deps) => orderRefund(deps, id, "T-1"));
    await run((deps) => dropRefund(deps, id), checker);
    await run((deps) => orderRefund(deps, id, "T-2"));
    await expect(run((deps) => confirmRefund(deps, id))).rejects.toMatchObject({
      code: "funds.two-persons",
      status: 409,
    });
    await expect(
      process.prisma.recoveryReceipt.update({
        where: { id },
        data: { givenById: maker.userId, givenAt: process.clock.now() },
      }),
      "past the use case either",
    ).rejects.toThrow(/two_persons/);
    await run((deps) => confirmRefund(deps, id), checker);
    await expect(run((deps) => confirmRefund(deps, id), checker)).rejects.toMatchObject({ code: "funds.refund-state" });
    expect(await excess()).toMatchObject({ reference: "T-2", givenAt: process.clock.now() });
    expect(await told("excessRefunded", one)).toBe(1);
    expect(
      (
        await process.prisma.auditEvent.findMany({
          where: { action: { startsWith: "recovery.refund" } },
          orderBy: { id: "asc" },
        })
      ).map(({ action }) => action),
    ).toEqual(["recovery.refund-ordered", "recovery.refund-dropped", "recovery.refund-ordered", "recovery.refunded"]);
    const [recovery] = await readRecoveries({ tx: process.prisma }, one.enterpriseId);
    expect(recovery).toMatchObject({ excessFen: 300n, givenFen: 300n });
  });

  it("stands in the export of what is open until it has been given back, with what waits", async () => {
    const [open, waits] = [await paid(), await paid()];
    await demand(open, 200n);
    await back(open, 500n);
    await back(waits, 150n);
    const number = async (one: Paid) =>
      (await process.prisma.application.findUniqueOrThrow({ where: { id: one.applicationId } })).number ?? "";
    const lines = (await run((deps) => exportReconciliation(deps, 2026, "zh"))).split("\r\n");
    const of = async (one: Paid) => {
      const own = await number(one);
      return lines
        .filter((line) => line.includes(own))
        .map((line) => line.split(",").filter((_, at) => at === 0 || at === 3));
    };
    expect(await of(open)).toEqual([["应退还企业的款项", "3.00"]]);
    expect(await of(waits)).toEqual([
      ["差异明细", "1.50"],
      ["退回、等待决定或入账的款项", "1.50"],
    ]);
  });

  it("leaves books that hold every invariant of the ledger", async () => {
    expect((await checkInvariants(process.prisma)).filter(({ violations }) => violations > 0)).toEqual([]);
  });
});

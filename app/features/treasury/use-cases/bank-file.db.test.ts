import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import type { UserActor } from "~/access/actor";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { debitCreditXml, paymentStatusXml, type Answer } from "../testing/bank-files";
import { addDuePayment, addPayee, checker, maker, testKey, grantFor } from "~/features/funds/testing/due-payment";
import { createBatch } from "./create-batch.server";
import { exportBatch } from "./export-batch.server";
import { importBankFile } from "./import-bank-file.server";
import { fundPool, readPool, refillPool, setPoolFloor } from "~/features/funds/use-cases/keep-pool.server";
import { recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { giveAccount, requeuePayment } from "./reissue-payment.server";
import { cancelBatch, releaseBatch } from "./release-batch.server";
import { markReturned } from "./settle-payment.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let serial = 0;

const run = <T>(
  work: (deps: Parameters<Parameters<typeof perform<T>>[2]>[0] & { actor: UserActor }) => Promise<T>,
  actor: UserActor = maker,
) => perform(process, actor, (deps) => work({ ...deps, actor }));
const bytes = (text: string) => new TextEncoder().encode(text);
const send = (text: string, fileName = "answer.xml") =>
  run((deps) => importBankFile(deps, { fileName, bytes: bytes(text) }));
const statusOf = async (id: string) => (await process.prisma.payment.findUniqueOrThrow({ where: { id } })).status;
const caseState = async (id: string) => (await process.prisma.application.findUniqueOrThrow({ where: { id } })).state;
const outcomes = async (fileId: string) =>
  (await process.prisma.bankLine.findMany({ where: { fileId }, orderBy: { position: "asc" } })).map(
    (line) => line.outcome,
  );

async function due(fen: bigint) {
  const payee = await addPayee(process, ++serial);
  return { ...payee, ...(await addDuePayment(process, payee, itemId, fen)), fen };
}

async function released(ids: readonly string[], source: "treasury" | "pool" = "treasury") {
  const id = await run((deps) => createBatch(deps, { paymentIds: ids, source, idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, id), checker);
  return process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } });
}

const noticesOf = async (id: string) =>
  (await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
    .map(({ payload }) => payload as { kind: string; href: string })
    .filter(({ href }) => href.endsWith(id))
    .map(({ kind }) => kind);
const answer = (batch: string, answers: readonly Answer[]) =>
  paymentStatusXml(randomUUID().slice(0, 30), batch, answers);
const ledger = () => process.prisma.ledgerEntry.count();
const envelope = () => process.prisma.envelope.findFirstOrThrow({ where: { kind: "budget" } });

beforeAll(async () => {
  process = await testProcess();
  await grantFor(process, itemId, 100_000_000n);
});
afterAll(() => process.close());

describe("a batch and the bank's answer", () => {
  it("pays what was settled and sends back what was refused, in one file", async () => {
    const [good, bad] = [await due(1_000n), await due(2_000n)];
    const batch = await released([good.paymentId, bad.paymentId]);
    const file = answer(batch.number, [
      { paymentId: good.paymentId, status: "ACSC", fen: 1_000n },
      { paymentId: bad.paymentId, status: "RJCT", code: "AC04", why: "账户已销户" },
    ]);
    const { fileId } = await send(file);
    expect(await outcomes(fileId)).toEqual(["paid", "returned"]);
    expect([await statusOf(good.paymentId), await statusOf(bad.paymentId)]).toEqual(["paid", "returned"]);
    expect(await caseState(good.applicationId)).toBe("closed");
    expect(await process.prisma.paymentBatch.findUniqueOrThrow({ where: { id: batch.id } })).toMatchObject({
      status: "settled",
    });

    const before = await ledger();
    expect(await send(file)).toEqual({ fileId, repeated: true });
    await expect(send(file.replace("ACSC", "ACCC"))).rejects.toMatchObject({ code: "funds.message-reused" });
    const again = await send(
      answer(batch.number, [
        { paymentId: good.paymentId, status: "ACSC" },
        { paymentId: bad.paymentId, status: "ACSC" },
      ]),
    );
    expect(await outcomes(again.fileId)).toEqual(["repeated", "contradicts"]);
    expect(await ledger()).toBe(before);
  });

  it("is exported with the payee's whole account, to the bank and to the treasury", async () => {
    const one = await due(38_500_000n);
    const batch = await released([one.paymentId]);
    const xml = await run((deps) => exportBatch(deps, batch.id, "xml", testKey));
    expect(xml.name).toBe(`${batch.number}.xml`);
    expect(String(xml.content)).toContain(`<Id>${one.number}</Id>`);
    expect(String(xml.content)).toContain('<InstdAmt Ccy="CNY">385000.00</InstdAmt>');
    const form = await run((deps) => exportBatch(deps, batch.id, "csv", testKey));
    const filled = String(form.content).replace(`,385000.00,,,\r\n合计`, ",385000.00,已支付,,\r\n合计");
    expect(filled).not.toBe(String(form.content));
    const { fileId } = await send(filled, "form.csv");
    expect(await outcomes(fileId)).toEqual(["paid"]);
    expect(
      await process.prisma.auditEvent.count({ where: { action: "bank-account.exported", subjectId: batch.id } }),
    ).toBe(2);
  });

  it("refuses a broken file whole, another region's, and one for a batch nobody released", async () => {
    const one = await due(5n);
    const id = await run((deps) => createBatch(deps, { paymentIds: [one.paymentId], idempotencyKey: "draft" }));
    expect(await run((deps) => createBatch(deps, { paymentIds: [one.paymentId], idempotencyKey: "draft" }))).toBe(id);
    const { number } = await process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } });
    const file = answer(number, [{ paymentId: one.paymentId, status: "ACSC" }]);
    await expect(send(file)).rejects.toMatchObject({ code: "funds.batch-state" });
    await expect(send(file.replace(/<MsgId>.*?<\/MsgId>/, ""))).rejects.toMatchObject({
      code: "funds.file-refused",
      params: { path: expect.stringContaining("MsgId"), reason: "missing" },
    });
    await expect(send(answer("PC-none", []))).rejects.toMatchObject({ code: "funds.batch-unknown" });
    const elsewhere = { ...maker, regionCode: "320100" };
    await expect(
      run((deps) => importBankFile(deps, { fileName: "a.xml", bytes: bytes(file) }), elsewhere),
    ).rejects.toMatchObject({ code: "funds.batch-unknown" });
    await run((deps) => cancelBatch(deps, id));
    expect(await statusOf(one.paymentId)).toBe("pending");
    expect(await process.prisma.bankFile.count({ where: { batchNumber: number } })).toBe(0);
  });

  it("is paid once when the same file comes twice at the same moment", async () => {
    const one = await due(700n);
    const batch = await released([one.paymentId]);
    const file = answer(batch.number, [{ paymentId: one.paymentId, status: "ACSC" }]);
    const results = await Promise.allSettled([send(file), send(file), send(file)]);
    expect(results.some((result) => result.status === "fulfilled")).toBe(true);
    expect(
      await process.prisma.ledgerTransaction.count({ where: { kind: "disburse", paymentId: one.paymentId } }),
    ).toBe(1);
    expect(await process.prisma.bankFile.count({ where: { batchNumber: batch.number } })).toBe(1);
  });

  it("moves nothing where the sum differs", async () => {
    const one = await due(700n);
    const batch = await released([one.paymentId]);
    const { fileId } = await send(
      answer(batch.number, [
        { paymentId: one.paymentId, status: "ACSC", fen: 701n },
        { paymentId: randomUUID(), status: "ACSC" },
      ]),
    );
    expect(await outcomes(fileId)).toEqual(["amountDiffers", "unknown"]);
    expect(await statusOf(one.paymentId)).toBe("batched");
  });
});

describe("a payment that came back", () => {
  it("waits for the firm's new account and is paid to it", async () => {
    const one = await due(3_000n);
    const batch = await released([one.paymentId]);
    await send(answer(batch.number, [{ paymentId: one.paymentId, status: "RJCT", code: "AC01", why: "账号不存在" }]));
    await expect(run((deps) => requeuePayment(deps, one.paymentId))).rejects.toMatchObject({
      code: "funds.account-missing",
    });
    const account = { holder: "示例新户", bankName: "示例银行", number: "622000001234" };
    const give = (enterpriseId: string) =>
      run((deps) => giveAccount(deps, { applicationId: one.applicationId, enterpriseId, account, key: testKey }));
    await expect(give(randomUUID())).rejects.toMatchObject({ status: 404 });
    await give(one.enterpriseId);
    const next = await process.prisma.payment.findFirstOrThrow({ where: { replacesId: one.paymentId } });
    expect(next).toMatchObject({ status: "pending", amountFen: 3_000n });
    const second = await released([next.id]);
    await expect(give(one.enterpriseId)).rejects.toMatchObject({ code: "funds.account-late" });
    expect((await run((deps) => exportBatch(deps, second.id, "xml", testKey))).content).toContain(
      "<Id>622000001234</Id>",
    );
    await send(answer(second.number, [{ paymentId: next.id, status: "ACSC" }]));
    expect(await caseState(one.applicationId)).toBe("closed");
    expect(
      await process.prisma.ledgerTransaction.count({ where: { applicationId: one.applicationId, kind: "disburse" } }),
    ).toBe(1);
  });

  it("is listed again by the treasury where the account is not to blame", async () => {
    const one = await due(40n);
    const batch = await released([one.paymentId]);
    await send(
      answer(batch.number, [{ paymentId: one.paymentId, status: "RJCT", code: "AM04", why: "付款户余额不足" }]),
    );
    await run((deps) => requeuePayment(deps, one.paymentId));
    await run((deps) => requeuePayment(deps, one.paymentId));
    expect(await process.prisma.payment.count({ where: { replacesId: one.paymentId } })).toBe(1);
  });

  it("after it was paid goes back to the budget and takes its closed case up again, which closes when it is paid anew", async () => {
    const one = await due(900n);
    const batch = await released([one.paymentId]);
    await send(answer(batch.number, [{ paymentId: one.paymentId, status: "ACSC" }]));
    const paid = await envelope();
    const { fileId } = await send(
      debitCreditXml("CAMT-1", [
        { reference: referenceOf(one.paymentId), fen: 900n, side: "DBIT" },
        { reference: referenceOf(one.paymentId), fen: 900n, side: "CRDT", returnCode: "AC06" },
      ]),
    );
    expect(await outcomes(fileId)).toEqual(["repeated", "returned"]);
    const back = await envelope();
    expect([back.committedFen - paid.committedFen, paid.disbursedFen - back.disbursedFen]).toEqual([900n, 900n]);
    expect(await process.prisma.application.findUniqueOrThrow({ where: { id: one.applicationId } })).toMatchObject({
      state: "payment",
      paidAt: null,
      closedAt: null,
    });
    expect(
      await process.prisma.task.count({
        where: { applicationId: one.applicationId, stage: "payment", closedAt: null },
      }),
    ).toBe(1);
    expect(
      await process.prisma.deadline.count({
        where: { applicationId: one.applicationId, kind: "rating", handledAt: null, cancelledAt: null },
      }),
    ).toBe(0);
    expect(await noticesOf(one.applicationId)).toEqual(expect.arrayContaining(["paymentNeedsAccount", "caseReopened"]));
    const track = (language: "zh" | "en") =>
      readTrack({ ...process, tx: process.prisma }, one.applicationId, one.enterpriseId, language);
    expect(
      (await track("zh")).transitions.find(({ event }) => event === "PAYMENT_RETURNED"),
      "the firm reads why, and what to do",
    ).toMatchObject({ returned: { code: "AC06", next: "giveAccount" } });
    await run((deps) =>
      giveAccount(deps, {
        applicationId: one.applicationId,
        enterpriseId: one.enterpriseId,
        account: { holder: "示例", bankName: "示例银行", number: "62200000" },
        key: testKey,
      }),
    );
    const next = await process.prisma.payment.findFirstOrThrow({ where: { replacesId: one.paymentId } });
    const second = await released([next.id]);
    await send(answer(second.number, [{ paymentId: next.id, status: "ACSC" }]));
    expect(await envelope()).toMatchObject({ committedFen: paid.committedFen, disbursedFen: paid.disbursedFen });
    expect(await caseState(one.applicationId)).toBe("closed");
  });

  it("is not paid anew while it is asked back: it waits for the decision, then settles what is owed", async () => {
    const one = await due(400n);
    const batch = await released([one.paymentId]);
    await send(answer(batch.number, [{ paymentId: one.paymentId, status: "ACSC" }]));
    const official = { ...maker, userId: randomUUID() };
    await run(
      (deps) =>
        advanceCase(deps, {
          where: { id: one.applicationId },
          event: { type: "RECOVERY_PROPOSED", actorId: official.userId },
          idempotencyKey: "ask",
        }),
      official,
    );
    const back = () =>
      debitCreditXml(randomUUID().slice(0, 30), [
        { reference: referenceOf(one.paymentId), fen: 400n, side: "CRDT", returnCode: "AC06" },
      ]);
    expect(await outcomes((await send(back())).fileId)).toEqual(["recoveryOpen"]);
    await expect(
      run((deps) => markReturned(deps, batch.id, [one.paymentId], { code: null, text: "退汇" })),
    ).rejects.toMatchObject({ code: "redemption.recovery-open" });
    expect([await statusOf(one.paymentId), await caseState(one.applicationId)]).toEqual(["paid", "closed"]);
    await run((deps) => recoverPayment(deps, { paymentId: one.paymentId, sumFen: 400n, reason: "重复享受" }));
    const owed = (await envelope()).owedFen;
    expect(await outcomes((await send(back())).fileId)).toEqual(["collected"]);
    expect((await envelope()).owedFen).toBe(owed - 400n);
    expect(await process.prisma.payment.count({ where: { applicationId: one.applicationId } })).toBe(1);
  });

  it("is told apart from money a firm gives back under its recovery's number", async () => {
    const one = await due(500n);
    const batch = await released([one.paymentId]);
    await send(answer(batch.number, [{ paymentId: one.paymentId, status: "ACSC" }]));
    const recoveryId = await run((deps) =>
      recoverPayment(deps, { paymentId: one.paymentId, sumFen: 200n, reason: "重复享受" }),
    );
    const { fileId } = await send(
      debitCreditXml("CAMT-2", [
        { reference: referenceOf(recoveryId), fen: 150n, side: "CRDT" },
        { reference: referenceOf(recoveryId), fen: 51n, side: "CRDT" },
      ]),
    );
    expect(await outcomes(fileId), "150 of 200, then 51 where 50 are left").toEqual(["collected", "excess"]);
    expect((await envelope()).owedFen).toBe(0n);
    expect(
      await process.prisma.recoveryReceipt.findFirstOrThrow({ where: { recoveryId, excessFen: { gt: 0n } } }),
    ).toMatchObject({ fen: 51n, collectedFen: 50n, excessFen: 1n });
  });
});

describe("the pool that pays first", () => {
  const pool = async () => {
    const found = await readPool({ tx: process.prisma }, "340500");
    if (!found) throw new Error("no pool");
    return found;
  };

  it("sets aside at release, pays in advance, takes back, and is refilled", async () => {
    const [one, two] = [await due(600n), await due(300n)];
    await expect(released([one.paymentId], "pool")).rejects.toMatchObject({ code: "funds.no-pool" });
    await process.prisma.paymentBatch.findMany();
    await run((deps) => fundPool(deps, { fen: 1_000n, idempotencyKey: "first" }));
    await run((deps) => fundPool(deps, { fen: 1_000n, idempotencyKey: "first" }));
    await run((deps) => setPoolFloor(deps, 400n));
    const draft = await process.prisma.paymentBatch.findFirstOrThrow({ where: { status: "draft", source: "pool" } });
    await run((deps) => cancelBatch(deps, draft.id));
    const batch = await released([one.paymentId, two.paymentId], "pool");
    expect(await pool()).toMatchObject({ availableFen: 100n, earmarkedFen: 900n, isBelowFloor: true });
    expect(
      await process.prisma.outbox.count({
        where: { topic: "notice", payload: { path: ["kind"], equals: "poolBelowFloor" } },
      }),
    ).toBe(1);
    await send(
      answer(batch.number, [
        { paymentId: one.paymentId, status: "ACSC" },
        { paymentId: two.paymentId, status: "RJCT", code: "AC04", why: "销户" },
      ]),
    );
    expect(await pool()).toMatchObject({
      availableFen: 400n,
      earmarkedFen: 0n,
      advancedFen: 600n,
      isBelowFloor: false,
    });
    await expect(run((deps) => refillPool(deps, { fen: 601n, idempotencyKey: "much" }))).rejects.toMatchObject({
      code: "funds.refill-wrong",
    });
    await run((deps) => refillPool(deps, { fen: 600n, idempotencyKey: "all" }));
    expect(await pool()).toMatchObject({ availableFen: 1_000n, advancedFen: 0n });
  });

  it("releases no batch that it can't pay", async () => {
    const one = await due(1_001n);
    await expect(released([one.paymentId], "pool")).rejects.toMatchObject({ code: "funds.pool-short" });
    expect(await pool()).toMatchObject({ availableFen: 1_000n, earmarkedFen: 0n });
  });
});

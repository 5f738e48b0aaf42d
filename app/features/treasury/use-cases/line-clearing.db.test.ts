import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { addDuePayment, addPayee, checker, financeOfficer, maker, witness } from "~/features/funds/testing/due-payment";
import { answerXml, entryXml, notification, refs, statusReport } from "../testing/raw-files";
import { createBatch } from "./create-batch.server";
import { decideClearing } from "./decide-clearing.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { importBankFile } from "./import-bank-file.server";
import { proposeClearing, type ClearingProposal } from "./propose-clearing.server";
import { countLines, readLine, readOpenLines } from "./read-lines.server";
import { readReconciliation } from "./read-reconciliation.server";
import { readOwed, recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBatch } from "./release-batch.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let serial = 0;

const run = <T>(work: (deps: FinanceDeps) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const send = async (xml: string) => {
  const file = { fileName: "a.xml", bytes: new TextEncoder().encode(xml) };
  const { fileId } = await run((deps) => importBankFile(deps, file));
  const [line] = await process.prisma.bankLine.findMany({ where: { fileId } });
  return line?.id ?? "";
};
const notice = (entry: Parameters<typeof entryXml>[0]) =>
  send(notification(entryXml(entry), randomUUID().slice(0, 30)));
const odd = (reference: string, fen: string) => notice({ fen, reversal: "true", transactions: [refs(reference)] });
const say = (lineId: string, said: Partial<ClearingProposal>, actor = maker) =>
  run(
    (deps) =>
      proposeClearing(deps, { lineId, meaning: "other", number: "复函1号", reason: "银行已核实", about: "", ...said }),
    actor,
  );
const latest = async (lineId: string) => {
  const { clearings } = await run((deps) => readLine(deps, lineId));
  return (clearings.find(({ status }) => status === "proposed") ?? clearings[0])?.id ?? "";
};
const decide = async (
  lineId: string,
  decision: "released" | "refused" | "withdrawn",
  actor: typeof maker,
  reason?: string,
) => {
  const id = await latest(lineId);
  return run((deps) => decideClearing(deps, { id, decision, reason }), actor);
};
const differences = async () => {
  const read = await readReconciliation({ tx: process.prisma }, "340500", 2026);
  return read.differences.map(({ kind, fen }) => [kind, fen]);
};
const paymentOf = (id: string) => process.prisma.payment.findUniqueOrThrow({ where: { id } });

async function released(fen: bigint) {
  const payee = await addPayee(process, ++serial);
  const due = await addDuePayment(process, payee, itemId, fen);
  const id = await run((deps) => createBatch(deps, { paymentIds: [due.paymentId], idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, id), checker);
  const { number } = await process.prisma.application.findUniqueOrThrow({ where: { id: due.applicationId } });
  const batch = await process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } });
  return { ...payee, ...due, number: number ?? "", batch: batch.number, reference: referenceOf(due.paymentId) };
}

beforeAll(async () => {
  process = await testProcess();
  const documentId = process.catalogue.registry.documentIdOf(itemId);
  await run((deps) => grantBudget(deps, { documentId, year: 2026, fen: 100_000_000n, idempotencyKey: "all" }));
});
afterAll(() => process.close());

describe("a debit that was not understood", () => {
  it("pays its payment when two persons say it did, the second of whom had no part in the batch", async () => {
    const due = await released(1_000n);
    const line = await odd(due.reference, "10.00");
    expect(await differences()).toContainEqual(["setAside", -1_000n]);
    expect(await say(line, { meaning: "payment" })).toEqual({ field: "about", problem: "problem.required" });
    expect(await say(line, { meaning: "payment", about: "HQT-9" })).toMatchObject({ field: "about" });
    expect(await say(line, { meaning: "remark" })).toMatchObject({ field: "meaning" });
    expect(await say(line, { meaning: "payment", about: ` ${due.number.toLowerCase()} ` })).toBeNull();
    await expect(say(line, {})).rejects.toMatchObject({ code: "funds.order-state" });
    await expect(decide(line, "released", maker)).rejects.toMatchObject({ code: "funds.two-persons" });
    await expect(decide(line, "released", checker)).rejects.toMatchObject({ code: "funds.third-person" });
    expect(await differences()).toContainEqual(["setAside", -1_000n]);
    await decide(line, "released", witness);
    expect((await paymentOf(due.paymentId)).status).toBe("paid");
    expect(await differences()).toEqual([]);
    await expect(decide(line, "withdrawn", maker)).rejects.toMatchObject({ code: "funds.order-state" });
  });

  it("can't be said to be what the bank has booked already, nor pay another sum", async () => {
    const due = await released(2_000n);
    await notice({ fen: "20.00", transactions: [refs(due.reference)] });
    const twice = await odd(due.reference, "20.00");
    const about = due.reference;
    expect(await say(twice, { meaning: "payment", about })).toEqual({
      field: "about",
      problem: "funds:bank.clearing.booked",
    });
    const other = await released(3_000n);
    const less = await odd(other.reference, "29.00");
    await say(less, { meaning: "payment", about: other.reference });
    await expect(decide(less, "released", witness)).rejects.toMatchObject({ code: "funds.line-sum" });
    await decide(less, "withdrawn", maker);
    await say(less, {}, checker);
    await decide(less, "released", maker);
    await say(twice, {});
    await expect(decide(twice, "refused", checker, " ")).rejects.toMatchObject({ code: "redemption.reason-missing" });
    await decide(twice, "refused", checker, "请附银行答复");
    expect(await differences()).toEqual([["setAside", -2_000n]]);
    await say(twice, {});
    await decide(twice, "released", checker);
    expect(await differences()).toEqual([]);
  });
});

describe("a credit that names nothing", () => {
  it("settles a demand when two persons say whose it was, and what is over it is the firm's", async () => {
    const due = await released(5_000n);
    await notice({ fen: "50.00", transactions: [refs(due.reference)] });
    const recoveryId = await run((deps) =>
      recoverPayment(deps, { paymentId: due.paymentId, sumFen: 3_000n, reason: "差错" }),
    );
    const line = await notice({ fen: "40.00", side: "CRDT", transactions: [refs("货款")] });
    expect(await say(line, { meaning: "repayment", about: "T-none" })).toMatchObject({ field: "about" });
    expect(await say(line, { meaning: "repayment", about: referenceOf(recoveryId) })).toBeNull();
    await decide(line, "released", checker);
    expect(await run((deps) => readOwed(deps, due.enterpriseId))).toEqual([]);
    expect(await process.prisma.recoveryReceipt.findMany({ where: { recoveryId } })).toMatchObject([
      { fen: 4_000n, collectedFen: 3_000n, excessFen: 1_000n, lineId: line },
    ]);
    expect(await differences()).toEqual([]);
  });

  it("returns its payment; a part of it waits for the department, which is told", async () => {
    const due = await released(6_000n);
    await notice({ fen: "60.00", transactions: [refs(due.reference)] });
    const part = await notice({ fen: "10.00", side: "CRDT", transactions: [refs("-")] });
    await say(part, { meaning: "payment", about: due.number });
    const told = await process.prisma.outbox.findMany({ where: { topic: "notice" } });
    expect(told.filter(({ payload }) => (payload as { kind: string }).kind === "moneyBack")).toHaveLength(1);
    await expect(decide(part, "released", checker)).rejects.toMatchObject({ code: "funds.part-returned" });
    await decide(part, "refused", checker, "等主管部门决定");
    const whole = await notice({ fen: "60.00", side: "CRDT", transactions: [refs("-")] });
    await say(whole, { meaning: "payment", about: due.number });
    await decide(whole, "released", checker);
    expect(await paymentOf(due.paymentId)).toMatchObject({ status: "returned", returnedReason: "银行已核实" });
    expect(await differences()).toEqual([["strayCredit", 1_000n]]);
  });
});

describe("a line that is no booking", () => {
  it("is cleared by one person's remark, and seen by its own treasury alone", async () => {
    const due = await released(7_000n);
    const line = await send(
      statusReport(answerXml(due.reference, "ZZZZ"), "", "", randomUUID().slice(0, 30), due.batch),
    );
    const other = financeOfficer("00000000-0000-7000-8000-0000000000f9", "320100");
    await expect(say(line, { meaning: "remark" }, other)).rejects.toMatchObject({ code: "request.not-found" });
    expect(await run((deps) => countLines(deps), other)).toBe(0);
    const before = await run((deps) => readOpenLines(deps, 1));
    expect(before.rows.map(({ id, meanings }) => [id, meanings])).toContainEqual([line, ["remark"]]);
    expect(await say(line, { meaning: "remark", about: due.reference })).toBeNull();
    expect(await run((deps) => countLines(deps))).toBe(before.count - 1);
    expect((await paymentOf(due.paymentId)).status).toBe("batched");
    expect(await process.prisma.auditEvent.count({ where: { action: "bank-line.explained", subjectId: line } })).toBe(
      1,
    );
  });
});

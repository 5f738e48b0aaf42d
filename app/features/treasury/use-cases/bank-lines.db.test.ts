import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { perform } from "~/platform/transact.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { paymentStatusXml } from "../testing/bank-files";
import { addDuePayment, addPayee, checker, maker, testKey, grantFor } from "~/features/funds/testing/due-payment";
import { answerXml, cny, entryXml, notification, refs, statusReport } from "../testing/raw-files";
import { createBatch } from "./create-batch.server";
import { exportBatch } from "./export-batch.server";
import { importBankFile } from "./import-bank-file.server";
import { readReconciliation } from "./read-reconciliation.server";
import { releaseBatch } from "./release-batch.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

const itemId = "zone-patent-005";
/** 按每件维权案件支持 */
const forEachCase = "zone-patent-006";
let process: TestProcess;
let serial = 0;

const run = <T>(work: (deps: FinanceDeps) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const send = async (bytes: string | Uint8Array, fileName = "a.xml") => {
  const file = { fileName, bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes };
  const { fileId } = await run((deps) => importBankFile(deps, file));
  return process.prisma.bankLine.findMany({ where: { fileId }, orderBy: { position: "asc" } });
};
const notice = (entries: string, account?: string) => send(notification(entries, randomUUID().slice(0, 30), account));
const outcomes = (lines: { outcome: string; problem: string | null }[]) =>
  lines.map(({ outcome, problem }) => (problem ? `${outcome} ${problem}` : outcome));
const statusOf = async (id: string) => (await process.prisma.payment.findUniqueOrThrow({ where: { id } })).status;
const caseState = async (id: string) => (await process.prisma.application.findUniqueOrThrow({ where: { id } })).state;
const envelope = () => process.prisma.envelope.findFirstOrThrow({ where: { kind: "budget" } });

/** Payments of a released batch, with their references. */
async function batchOf(...sums: bigint[]) {
  return batchFor(itemId, ...sums);
}
async function batchFor(item: string, ...sums: bigint[]) {
  const payments = [];
  for (const fen of sums) {
    const payee = await addPayee(process, ++serial);
    const due = await addDuePayment(process, payee, item, fen);
    payments.push({ ...due, ...payee, reference: referenceOf(due.paymentId) });
  }
  const paymentIds = payments.map(({ paymentId }) => paymentId);
  const id = await run((deps) => createBatch(deps, { paymentIds, idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, id), checker);
  const { number } = await process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } });
  return { id, number, payments, first: payments[0] as (typeof payments)[number] };
}
const debit = (reference: string, fen: string, more = {}) =>
  entryXml({ fen, transactions: [refs(reference)], ...more });

beforeAll(async () => {
  process = await testProcess();
  await grantFor(process, itemId, 100_000_000n);
});
afterAll(() => process.close());

describe("a reversal", () => {
  it("of a paid payment reopens its case as a return does, and says so", async () => {
    const { first } = await batchOf(1_000n);
    const before = await envelope();
    await notice(debit(first.reference, "10.00"));
    expect([await statusOf(first.paymentId), await caseState(first.applicationId)]).toEqual(["paid", "closed"]);
    const lines = await notice(debit(first.reference, "10.00", { side: "CRDT", reversal: "true" }));
    expect(lines).toMatchObject([{ status: "reversed", outcome: "returned", side: "credit" }]);
    expect([await statusOf(first.paymentId), await caseState(first.applicationId)]).toEqual(["returned", "payment"]);
    expect(await envelope()).toMatchObject({ committedFen: before.committedFen, disbursedFen: before.disbursedFen });
    const told = await process.prisma.outbox.findMany({ where: { topic: "notice" } });
    const kinds = told.map(({ payload }) => payload as { kind: string; href: string });
    expect(kinds.some(({ kind, href }) => kind === "paymentReturned" && href.endsWith(first.applicationId))).toBe(true);
    expect(await process.prisma.payment.findUniqueOrThrow({ where: { id: first.paymentId } })).toMatchObject({
      returnedReason: "银行冲正，撤销了原付款",
    });
    expect(outcomes(await notice(debit(first.reference, "10.00", { side: "CRDT", reversal: "1" })))).toEqual([
      "repeated",
    ]);
  });

  it("takes up a closed case again beside an application of the same item that was begun since", async () => {
    const { first } = await batchFor(forEachCase, 1_500n);
    await notice(debit(first.reference, "15.00"));
    const { enterpriseId } = first;
    const begin = () =>
      perform(process, { ...maker, enterpriseId }, (deps) =>
        startDraft(deps, { enterpriseId, itemId: forEachCase, anew: false }),
      );
    const { id } = await begin();
    await notice(debit(first.reference, "15.00", { side: "CRDT", reversal: "true" }));
    expect([await statusOf(first.paymentId), await caseState(first.applicationId)]).toEqual(["returned", "payment"]);
    expect([await caseState(id), (await begin()).id]).toEqual(["draft", id]);
  });

  it("that is debited moves nothing, whether the payment is under way or paid, and waits as unexplained", async () => {
    const { first } = await batchOf(2_000n);
    const odd = () => notice(debit(first.reference, "20.00", { reversal: "true" }));
    expect(outcomes(await odd())).toEqual(["setAside reversalDebit"]);
    expect(await statusOf(first.paymentId)).toBe("batched");
    await notice(debit(first.reference, "20.00"));
    const [line] = await odd();
    expect([line?.outcome, line?.paymentId, await statusOf(first.paymentId)]).toEqual([
      "setAside",
      first.paymentId,
      "paid",
    ]);
    const { differences, unexplainedFen } = await readReconciliation({ tx: process.prisma }, "340500", 2026);
    const found = differences.filter(({ kind }) => kind === "setAside");
    expect(found.map(({ fen, problem }) => [fen, problem])).toEqual([
      [-2_000n, "reversalDebit"],
      [-2_000n, "reversalDebit"],
    ]);
    expect(unexplainedFen).toBe(4_000n);
  });
});

describe("entries of several parts", () => {
  it("pay their transfers and leave the bank's fee as a line of its own", async () => {
    const { number, payments } = await batchOf(310n, 320n);
    const batch = `<PmtInfId>${number}</PmtInfId><NbOfTxs>2</NbOfTxs>${cny("6.3", "TtlAmt")}`;
    const transactions = payments.map(({ reference }, place) => refs(reference) + cny(place === 0 ? "3.1" : "3.2"));
    const lines = await notice(entryXml({ fen: "6.5", batch, transactions }));
    expect(lines.map(({ outcome, amountFen }) => [outcome, amountFen])).toEqual([
      ["paid", 310n],
      ["paid", 320n],
      ["charged", 20n],
    ]);
    const { differences } = await readReconciliation({ tx: process.prisma }, "340500", 2026);
    expect(differences.filter(({ kind }) => kind === "bankCharge").map(({ fen }) => fen)).toEqual([-20n]);
  });

  it("part a fee that the file doesn't place by what was ordered", async () => {
    const { first } = await batchOf(10_000n);
    const money = `<Chrgs>${cny("5", "TtlChrgsAndTaxAmt")}</Chrgs>`;
    const lines = await notice(debit(first.reference, "105", { money }));
    expect(lines.map(({ outcome, amountFen }) => [outcome, amountFen])).toEqual([
      ["paid", 10_000n],
      ["charged", 500n],
    ]);
  });

  it("stand for a whole batch where they are its sum, and are set aside where they aren't", async () => {
    const { number, payments } = await batchOf(100n, 250n);
    const whole = (fen: string, more = {}) =>
      notice(entryXml({ fen, batch: `<PmtInfId>${number}</PmtInfId><NbOfTxs>2</NbOfTxs>`, ...more }));
    expect(outcomes(await whole("3.51"))).toEqual(["setAside batchSum"]);
    expect(await statusOf(payments[1]?.paymentId ?? "")).toBe("batched");
    expect(outcomes(await whole("3.50"))).toEqual(["paid", "paid"]);
    expect(outcomes(await whole("3.50", { side: "CRDT", reversal: "true" }))).toEqual(["returned", "returned"]);
  });
});

describe("one odd line", () => {
  it("leaves the others of its file as they are", async () => {
    const { number, payments } = await batchOf(100n, 200n, 300n);
    const [one, two, three] = payments.map(({ reference }) => reference) as [string, string, string];
    const answers = answerXml(one, "BLCK") + answerXml(two, "ACSC") + answerXml(three, "XXXX");
    const lines = await send(statusReport(answers, "", "", randomUUID().slice(0, 30), number));
    expect(outcomes(lines)).toEqual(["noted", "paid", "setAside unknownCode"]);
    expect(lines[2]?.problemPath).toContain("TxInfAndSts[3]/TxSts");
  });

  it("is a second transfer of the same payment, with the bank's number of the entry or without any", async () => {
    const { first } = await batchOf(100n);
    const plain = debit(first.reference, "1.00");
    expect(outcomes(await notice(plain + plain))).toEqual(["paid", "setAside bookedTwice"]);
    const both = refs(first.reference) + cny("1.00");
    const entry = entryXml({ fen: "2.00", bankReference: "E-9", transactions: [both, both] });
    expect(outcomes(await notice(entry))).toEqual(["repeated", "setAside bookedTwice"]);
  });

  it("is another account's, or a second booking of what was booked", async () => {
    const { first } = await batchOf(100n);
    const other = "<Othr><Id>340100-TREASURY</Id></Othr>";
    const booked = (bankReference: string) => debit(first.reference, "1.00", { bankReference });
    expect(outcomes(await notice(booked("B-1"), other))).toEqual(["setAside otherAccount"]);
    expect(outcomes(await notice(booked("B-1"), "<Othr><Id>340500-POOL</Id></Othr>"))).toEqual([
      "setAside otherAccount",
    ]);
    expect(outcomes(await notice(booked("B-1") + booked("B-1") + booked("B-2")))).toEqual([
      "paid",
      "repeated",
      "setAside bookedTwice",
    ]);
  });

  it("is a batch's answer that counts another batch", async () => {
    const { number, first } = await batchOf(100n, 200n);
    const group = (count: string, sum: string) =>
      statusReport(
        "",
        `<OrgnlNbOfTxs>${count}</OrgnlNbOfTxs><OrgnlCtrlSum>${sum}</OrgnlCtrlSum><GrpSts>ACSC</GrpSts>`,
        "",
        randomUUID().slice(0, 30),
        number,
      );
    expect(outcomes(await send(group("3", "3.00")))).toEqual(["setAside batchSum"]);
    expect(await statusOf(first.paymentId)).toBe("batched");
    expect(outcomes(await send(group("2", "3.000")))).toEqual(["paid", "paid"]);
  });
});

describe("files of other programs", () => {
  it("are read in UTF-16 too", async () => {
    const { number, first } = await batchOf(100n);
    const xml = paymentStatusXml(randomUUID().slice(0, 30), number, [{ paymentId: first.paymentId, status: "ACSC" }]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('"UTF-8"', '"UTF-16"'), "utf16le")]);
    expect(outcomes(await send(wide))).toEqual(["paid"]);
  });

  it("bring the treasury's form as XLSX and as CSV, with every account as text", async () => {
    const { id, payments } = await batchOf(123_456n, 7n);
    const accounts = payments.map(({ number }) => number);
    const book = await run((deps) => exportBatch(deps, id, "xlsx", testKey));
    expect(book.name).toMatch(/\.xlsx$/);
    const { rows } = await readSheet(book.content as Uint8Array);
    expect(rows.slice(1, 3).map(({ cells }) => cells[6])).toEqual(accounts);
    const form = await run((deps) => exportBatch(deps, id, "csv", testKey));
    const text = String(form.content);
    for (const account of accounts) expect(text).toContain(`,'${account},`);
    const broken = (text: string) => send(new Uint8Array(Buffer.from(text, "utf8")), "x.csv");
    await expect(broken(text.replace("0.07", "七分"))).rejects.toMatchObject({
      code: "funds.form-cell",
      params: { row: "3", heading: "金额（元）", reason: "amount" },
    });
    const shortened = text.replace(/\r\n2,[^\r]*/, "").replace(/\r\n合计[^\r]*/, "");
    await expect(broken(shortened.replace(",,,", ",已支付,,"))).rejects.toMatchObject({
      code: "funds.form-part",
      params: { missing: 1 },
    });
    const filled = text.replaceAll(/(\d+\.\d\d),,,\r\n(?!,*$)/g, "$1,已支付,,\r\n").replace(/(合计.*?),已支付/, "$1,");
    expect(outcomes(await send(new Uint8Array(Buffer.from(filled, "utf8")), "x.csv"))).toEqual(["paid", "paid"]);
  });
});

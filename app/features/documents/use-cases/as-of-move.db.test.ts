import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paymentStatusXml, type Answer } from "~/features/treasury/testing/bank-files";
import { addDuePayment, addPayee, checker, maker, testKey, grantFor } from "~/features/funds/testing/due-payment";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { giveAccount } from "~/features/treasury/use-cases/reissue-payment.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { casePaper, issuingOffice, statedFen } from "../domain/case-paper";
import type { DocumentOrder } from "~/features/redemption/domain/document-order";
import { proofOf } from "../domain/letterhead";
import { readOrdered } from "./issue-case-document.server";

const itemId = "zone-patent-005";
let process: TestProcess;

const run = <T>(work: (deps: FinanceDeps) => Promise<T>, actor = maker) => {
  process.clock.set(new Date(process.clock.now().getTime() + 60_000));
  return perform(process, actor, (deps) => work({ ...deps, actor }));
};

/** What a worker that runs now would write for every order given so far, by the order's key. */
async function written(): Promise<Map<string, unknown>> {
  const orders = await process.prisma.outbox.findMany({ where: { topic: "document" }, orderBy: { id: "asc" } });
  const papers = new Map<string, unknown>();
  for (const { payload } of orders) {
    const order = payload as DocumentOrder;
    const at = new Date(order.at);
    const record = await readOrdered({ tx: process.prisma, catalogue: process.catalogue }, order);
    const head = {
      office: "示例局",
      number: "示例〔2026〕1号",
      day: "2026-11-24",
      ...proofOf("CODE", "https://hqt.example", false),
    };
    papers.set(order.orderKey, {
      paper: casePaper(record, order.kind, at, head),
      office: issuingOffice(record, order.kind, at),
      firm: record.firm,
      fen: statedFen(record, order.kind, at),
    });
  }
  return papers;
}

const answer = (batch: string, answers: readonly Answer[]) =>
  run((deps) =>
    importBankFile(deps, {
      fileName: "a.xml",
      bytes: new TextEncoder().encode(paymentStatusXml(randomUUID().slice(0, 30), batch, answers)),
    }),
  );

async function released(paymentId: string): Promise<string> {
  const id = await run((deps) => createBatch(deps, { paymentIds: [paymentId], idempotencyKey: randomUUID() }));
  await run((deps) => releaseBatch(deps, id), checker);
  return (await process.prisma.paymentBatch.findUniqueOrThrow({ where: { id } })).number;
}

beforeAll(async () => {
  process = await testProcess();
  await grantFor(process, itemId, 100_000_000n);
});
afterAll(() => process.close());

describe("a document tells what was true at its move, whenever it is written", () => {
  it("in the life of a case that is paid, comes back, and is paid again to another account of a renamed firm", async () => {
    const atOnce = new Map<string, unknown>();
    const look = async () => {
      for (const [key, paper] of await written()) if (!atOnce.has(key)) atOnce.set(key, paper);
      process.clock.set(new Date(process.clock.now().getTime() + 60_000));
    };
    const payee = await addPayee(process, 1);
    const { applicationId, paymentId } = await addDuePayment(process, payee, itemId, 123_400n, look);
    await answer(await released(paymentId), [{ paymentId, status: "ACSC" }]);
    await look();
    await answer((await process.prisma.paymentBatch.findFirstOrThrow({})).number, [
      { paymentId, status: "RJCT", code: "AC04" },
    ]);
    await look();
    const account = { holder: "示例新户", bankName: "示例新银行", number: "622000001234" };
    await run((deps) => giveAccount(deps, { applicationId, enterpriseId: payee.enterpriseId, account, key: testKey }));
    const next = await process.prisma.payment.findFirstOrThrow({ where: { replacesId: paymentId } });
    await answer(await released(next.id), [{ paymentId: next.id, status: "ACSC" }]);
    await look();
    await process.prisma.enterprise.update({
      where: { id: payee.enterpriseId },
      data: { name: "示例改名有限公司", regionCode: "340504" },
    });
    await process.prisma.application.update({
      where: { id: applicationId },
      data: { approvedFen: 1n, claimedFen: 2n, promisedOn: "2030-01-01", bankAccountId: next.bankAccountId },
    });
    await process.prisma.publicity.updateMany({ where: { applicationId }, data: { endsOn: "2030-01-01" } });

    const kinds = [...atOnce.keys()].map((key) => key.split(":")[1]);
    expect(kinds).toEqual(["application", "acceptance", "approval", "publicity", "payment", "payment"]);
    const late = await written();
    for (const [key, paper] of atOnce) expect({ key, paper: late.get(key) }).toEqual({ key, paper });
    const papers = [...late]
      .filter(([key]) => key.includes(":payment:"))
      .map(([, paper]) =>
        JSON.stringify(paper, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
      );
    expect(papers[0]).toContain("0001");
    expect(papers[0]).not.toContain("示例新户");
    expect(papers[1]).toContain("示例新户");
  });

  it("and nothing where one answer of the bank pays and refuses the same transfer: that moves nothing", async () => {
    const payee = await addPayee(process, 2);
    const { applicationId, paymentId } = await addDuePayment(process, payee, itemId, 500n);
    await answer(await released(paymentId), [
      { paymentId, status: "ACSC" },
      { paymentId, status: "RJCT", code: "AC04" },
    ]);
    expect((await process.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } })).status).toBe("batched");
    const notices = [...(await written())].filter(([key]) => key.startsWith(`${applicationId}:payment:`));
    expect(notices).toEqual([]);
  });
});

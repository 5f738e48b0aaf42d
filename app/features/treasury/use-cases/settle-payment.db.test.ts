import { afterAll, beforeAll, expect, it } from "vitest";
import { createBatch } from "./create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { readReconciliation } from "./read-reconciliation.server";
import { releaseBatch } from "./release-batch.server";
import { markPaid, type BankVoucher } from "./settle-payment.server";
import { addDuePayment, addPayee, checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

const itemId = "zone-patent-005";
const today = "2026-11-24";
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
  const documentId = process.catalogue.registry.documentIdOf(itemId);
  await perform(process, maker, (deps) =>
    grantBudget(deps, { documentId, year: 2026, fen: 1_000n, idempotencyKey: "all" }),
  );
});
afterAll(() => process.close());

it("is noted as paid by a third officer on a voucher alone, and stays unexplained until the bank's file says so", async () => {
  const due = await addDuePayment(process, await addPayee(process, 1), itemId, 100n);
  const batch = await perform(process, maker, (deps) =>
    createBatch({ ...deps, actor: maker }, { paymentIds: [due.paymentId], idempotencyKey: "b" }),
  );
  await perform(process, checker, (deps) => releaseBatch({ ...deps, actor: checker }, batch));
  const note = (voucher: BankVoucher, actor = witness) =>
    perform(process, actor, (deps) => markPaid({ ...deps, actor }, batch, [due.paymentId], voucher));
  for (const actor of [maker, checker])
    await expect(note(voucherOf(today), actor)).rejects.toMatchObject({ code: "funds.third-person" });
  await expect(note({ ...voucherOf(today), voucher: " " })).rejects.toMatchObject({ code: "funds.voucher-missing" });
  for (const day of ["2026-11-25", "2026-11-23", "2026-02-30", ""])
    await expect(note(voucherOf(day)), day).rejects.toMatchObject({ code: "funds.voucher-day" });
  await note(voucherOf(today));
  expect(await process.prisma.manualSettlement.findMany()).toMatchObject([
    { paymentId: due.paymentId, voucher: "回单1号", bankedOn: today, notedById: witness.userId },
  ]);
  const { unexplainedFen, differences } = await readReconciliation({ tx: process.prisma }, "340500", 2026);
  expect(differences).toMatchObject([{ kind: "byHand", fen: 100n }]);
  expect(unexplainedFen).toBe(100n);
});

it("goes into no batch while nobody has confirmed the firm's credit code, or it was refused", async () => {
  const payee = await addPayee(process, 2);
  const due = await addDuePayment(process, payee, itemId, 100n);
  const make = () =>
    perform(process, maker, (deps) =>
      createBatch({ ...deps, actor: maker }, { paymentIds: [due.paymentId], idempotencyKey: "doubt" }),
    );
  for (const codeState of ["toConfirm", "refused"]) {
    await process.prisma.enterprise.update({ where: { id: payee.enterpriseId }, data: { codeState } });
    await expect(make()).rejects.toMatchObject({
      code: "funds.code-in-doubt",
      params: { firms: "示例收款2号有限公司" },
    });
  }
  await process.prisma.enterprise.update({ where: { id: payee.enterpriseId }, data: { codeState: "confirmed" } });
  await make();
  expect(await process.prisma.payment.findUnique({ where: { id: due.paymentId } })).toMatchObject({
    status: "batched",
  });
});

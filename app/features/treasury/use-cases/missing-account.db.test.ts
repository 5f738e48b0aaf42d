import { afterAll, beforeAll, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { addDuePayment, addPayee, checker, maker, testKey } from "~/features/funds/testing/due-payment";
import { createBatch } from "./create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { troubleRows } from "~/features/work/testing/trouble-rows";
import { readPending } from "./read-payments.server";
import { giveAccount } from "./reissue-payment.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

const itemId = "zone-patent-005";
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
  await run((deps) =>
    grantBudget(deps, {
      documentId: "zone-patent",
      year: 2026,
      fen: 1_000_000n,
      idempotencyKey: "grant",
    }),
  );
});
afterAll(() => process.close());

const run = <T>(useCase: (deps: FinanceDeps) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => useCase({ ...deps, actor }));
const batch = (paymentIds: string[], idempotencyKey: string) =>
  run((deps) => createBatch(deps, { paymentIds, idempotencyKey }));

it("a case without an account stands on the list, asks its firm for one, and is paid once it gave it", async () => {
  const { enterpriseId } = await addPayee(process, 1);
  const due = await addDuePayment(process, { enterpriseId, bankAccountId: null }, itemId, 5_000n);
  const notice = await process.prisma.outbox.findFirstOrThrow({
    where: { topic: "notice", payload: { path: ["kind"], equals: "accountMissing" } },
  });
  expect(notice.payload).toMatchObject({
    to: { enterpriseId, needs: "write:application:own" },
    href: `/firm/account/${due.applicationId}`,
  });
  const list = () => readPending({ tx: process.prisma, clock: process.clock }, "340500", {}, 1);
  expect((await list()).rows).toEqual([]);
  expect((await list()).returned).toMatchObject([{ id: due.paymentId, needsAccount: true, lastFour: null }]);
  const trouble = async () => (await troubleRows(process.prisma, { subject: `account:${due.paymentId}` }))[0];
  expect(await trouble()).toMatchObject({ kind: "case", closedAt: null, applicationId: due.applicationId });
  await expect(batch([due.paymentId], "early")).rejects.toMatchObject({ code: "funds.batch-empty" });
  const account = { holder: "示例户", bankName: "示例银行", number: "622000001234" };
  await run(
    (deps) => giveAccount(deps, { applicationId: due.applicationId, enterpriseId, account, key: testKey }),
    checker,
  );
  expect((await list()).rows).toMatchObject([{ id: due.paymentId, lastFour: "1234" }]);
  expect(await trouble()).toMatchObject({ outcome: "resolved" });
  await expect(batch([due.paymentId], "now")).resolves.toBeTruthy();
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { EquipmentCase } from "../testing/equipment-case";
import { changeAccount } from "./change-account.server";
import { readDraft } from "./read-draft.server";
import { startDraft } from "./start-draft.server";

/** 直接支付给园区运营单位. */
const itemId = "zone-claims-004";
const key = Buffer.alloc(32, 7);
let process: TestProcess;
let sent: EquipmentCase;

beforeAll(async () => {
  process = await testProcess();
  sent = await EquipmentCase.submitted(process, 51, { employees: 25 }, itemId);
});
afterAll(() => process.close());

const accounts = () =>
  process.prisma.bankAccount.findMany({
    where: { enterpriseId: sent.enterpriseId, retiredAt: null },
    select: { id: true, forApplicationId: true, lastFour: true },
    orderBy: { id: "asc" },
  });
const begin = async (item: string) => {
  const { id } = await perform(process, sent.owner, (deps) =>
    startDraft(deps, { enterpriseId: sent.enterpriseId, itemId: item, anew: false }),
  );
  const reading = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue };
  return readDraft(reading, id, sent.enterpriseId);
};

it("asks the account of who is paid, and puts none of the firm's in use", async () => {
  expect(await accounts()).toEqual([
    { id: (await sent.row()).bankAccountId, forApplicationId: sent.id, lastFour: "5678" },
  ]);
  expect((await begin("zone-claims-002")).account).toBeNull();
});

it("a changed account stays with the application", async () => {
  const account = { holder: "示例园区运营有限公司", bankName: "示例银行", number: "6222020200001234" };
  await perform(process, sent.owner, (deps) =>
    changeAccount(deps, { applicationId: sent.id, enterpriseId: sent.enterpriseId, account, key }),
  );
  expect(await accounts()).toMatchObject([{ forApplicationId: sent.id, lastFour: "1234" }]);
  const record = await readCaseRecord({ tx: process.prisma, catalogue: process.catalogue }, sent.id);
  expect(record).toMatchObject({ account: { holder: account.holder }, item: { beneficiary: { zh: "园区运营单位" } } });
});

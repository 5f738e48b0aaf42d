import { afterAll, beforeAll, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { ownedFirm } from "~/features/applications/testing/owned-firm";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { readQuotaLeft } from "./hold-quota.server";

/** 每年3家，先到先得. */
const itemId = "zone-claims-002";
let process: TestProcess;
const cases: EquipmentCase[] = [];
const employees = { employees: 25 };

beforeAll(async () => {
  process = await testProcess();
  cases.push(await EquipmentCase.submitted(process, 41, employees, itemId));
  for (const serial of [42, 43, 44])
    cases.push(await EquipmentCase.submitted(process, serial, employees, itemId, officials()));
});
afterAll(() => process.close());

const officials = () => cases[0]!.cast;
const left = () => {
  const published = process.catalogue.byId.get(itemId);
  if (!published) throw new Error(itemId);
  return readQuotaLeft({ tx: process.prisma, catalogue: process.catalogue }, published, 2026);
};

it("leaves what was not granted yet; what is under way takes nothing", async () => {
  expect(await left()).toEqual({ count: 3, fen: null });
  await cases[0]!.recommend();
  await cases[0]!.step("two", "APPROVE");
  expect(await left()).toEqual({ count: 2, fen: null });
});

it("gives the last place to one of two that are approved at once", async () => {
  await cases[1]!.recommend();
  await cases[1]!.step("two", "APPROVE");
  await cases[2]!.recommend();
  await cases[3]!.recommend();
  const outcomes = await Promise.allSettled([cases[2]!.step("two", "APPROVE"), cases[3]!.step("two", "APPROVE")]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "redemption.quota-used", params: { left: 0 } },
  });
  expect(await left()).toEqual({ count: 0, fen: null });
});

it("takes no application more when it is used up", async () => {
  const late = await ownedFirm(process, 45);
  await expect(
    perform(process, late.actor, (deps) => startDraft(deps, { enterpriseId: late.enterpriseId, itemId, anew: false })),
  ).rejects.toMatchObject({ code: "applications.quota-used" });
});

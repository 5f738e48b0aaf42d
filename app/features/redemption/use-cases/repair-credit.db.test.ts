import { afterAll, beforeAll, expect, it } from "vitest";
import { ownedFirm } from "~/features/applications/testing/owned-firm";
import type { UserActor } from "~/access/actor";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { answerRepair, askRepair, readOwnExclusions } from "./repair-credit.server";

let process: TestProcess;
let firm: { actor: UserActor; enterpriseId: string };
let official: UserActor;
let id: string;

beforeAll(async () => {
  process = await testProcess();
  firm = await ownedFirm(process, 1);
  official = {
    ...firm.actor,
    departmentId: "city-industry",
    regionCode: "340500",
    memberships: [],
    enterpriseId: null,
    roles: ["departmentHead"],
  };
  const data = {
    enterpriseId: firm.enterpriseId,
    recoveryId: "01900000-0000-7000-8000-0000000000aa",
    departmentId: "city-industry",
    regionCode: "340500",
    reason: "虚报设备投资",
    fromDay: "2026-01-01",
    toDay: "2028-12-31",
  };
  ({ id } = await process.prisma.exclusion.create({ data }));
});
afterAll(() => process.close());

const ask = (grounds: string, enterpriseId = firm.enterpriseId) =>
  perform(process, firm.actor, (deps) => askRepair({ ...deps, actor: firm.actor }, { id, enterpriseId, grounds }));
const answer = (granted: boolean, actor = official) =>
  perform(process, actor, (deps) => answerRepair({ ...deps, actor }, { id, granted, answer: "已核实退款" }));
const shown = async () => (await readOwnExclusions({ tx: process.prisma }, firm.enterpriseId))[0];

it("is asked by the firm itself, with grounds, and answered by the office that excluded it", async () => {
  await expect(answer(true)).rejects.toMatchObject({ status: 404 });
  await expect(ask(" ")).rejects.toMatchObject({ code: "redemption.reason-missing" });
  await expect(ask("已退款", "01900000-0000-7000-8000-0000000000bb")).rejects.toMatchObject({ status: 404 });
  await ask("已全额退款");
  expect(await shown()).toMatchObject({ repairAskedAt: process.clock.now(), repairedAt: null });
  await expect(answer(true, { ...official, departmentId: "city-agriculture" })).rejects.toMatchObject({ status: 404 });
  await answer(false);
  expect(await shown()).toMatchObject({ repairAskedAt: null, repairedAt: null, repairAnswer: "已核实退款" });
  await ask("补充缴款凭证");
  await answer(true);
  expect(await shown()).toMatchObject({ repairedAt: process.clock.now() });
  await expect(ask("再次申请")).rejects.toMatchObject({ status: 404 });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { subjects } from "~/contexts.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { troubleRows } from "../testing/trouble-rows";
import { notifyOfUnattended } from "./notify-of-unattended.server";

const worker = { kind: "system", name: "worker" } as const;
let process: TestProcess;
let own: EquipmentCase;
beforeAll(async () => {
  process = await testProcess();
  own = await EquipmentCase.submitted(process, 91);
  await own.recommend();
});
afterAll(() => process.close());

const look = () => perform(process, worker, (deps) => notifyOfUnattended({ ...deps, subjects }));
const troubles = () => troubleRows(process.prisma, { kind: "case" });
const disable = (names: readonly string[], disabledAt: Date | null) =>
  process.prisma.user.updateMany({
    where: { id: { in: names.map((name) => own.official(name).userId) } },
    data: { disabledAt },
  });

it("an approval is brought to the administrators while only who examined it is left, and no longer", async () => {
  await look();
  expect(await troubles(), "somebody else may approve").toEqual([]);
  await disable(["two", "three"], process.clock.now());
  await look();
  await look();
  const open = {
    step: "nobody-leadApproval",
    applicationId: own.id,
    departmentId: "platform",
    reason: "redemption.nobody-may",
    closedAt: null,
  };
  expect(await troubles()).toMatchObject([open]);
  expect(
    await process.prisma.outbox.count({
      where: { topic: "notice", payload: { path: ["kind"], equals: "troubleOpened" } },
    }),
  ).toBe(1);
  await disable(["two"], null);
  await look();
  expect(await troubles()).toMatchObject([{ ...open, closedAt: process.clock.now() }]);
});

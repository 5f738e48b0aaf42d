import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissionsOf } from "~/access/permissions";
import type { UserActor } from "~/access/actor";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { createStorage, type FileStorage } from "~/platform/storage.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import type { DeliveryForm } from "../deliveries.schema";
import { applyDelivery, takeBackDelivery } from "./apply-delivery.server";
import { checkDelivery } from "./check-delivery.server";
import type { DeliveryStep } from "../domain/delivery-machine";
import { decideDelivery } from "./decide-delivery.server";
import { handOver } from "./hand-over.server";
import { readDeliveryPage } from "./read-deliveries.server";
import { listOf, problemsOf, readFile } from "./read-file.server";

let process: TestProcess;
let storage: FileStorage;
beforeAll(async () => {
  process = await testProcess();
  storage = createStorage(await mkdtemp(path.join(tmpdir(), "deliveries-")));
});
afterAll(() => process.close());

const worker = { kind: "system", name: "worker" } as const;
const official = (userId: string, departmentId: string): UserActor =>
  ({
    kind: "user",
    userId,
    displayName: "经办人",
    departmentId,
    regionCode: "340500",
    roles: ["reviewer"],
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["reviewer"], null),
  }) as unknown as UserActor;
const science = (person: number, department = "city-science") =>
  official(`00000000-0000-7000-8000-00000000000${person}`, department);

const code = (serial: number) => makeCreditCode("340503", 70_000_000 + serial);
const firm = (serial: number, regionCode = "340503") =>
  process.prisma.enterprise.create({
    data: {
      creditCode: code(serial),
      name: `示例科技${serial}号有限公司`,
      legalForm: "company",
      regionCode,
      industryCode: "C3421",
      createdAt: process.clock.now(),
    },
  });
const form = (more: Partial<DeliveryForm> = {}): DeliveryForm => ({
  kind: "list",
  title: "示例高新技术企业名单",
  number: "示例〔2026〕1号",
  placeCode: "340500",
  asOf: "2026-11-20",
  fact: "hiTechValidUntil",
  onList: "",
  complete: "on",
  idempotencyKey: process.random.uuid(),
  ...more,
});

async function send(said: DeliveryForm, lines: readonly string[], person = science(1)): Promise<string> {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const deps = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue, actor: person };
  expect(problemsOf(deps, said)).toEqual({});
  const list = listOf(deps, said);
  const columns = { 有效期至: "hiTechValidUntil" };
  const table = await readFile(deps, said, list, { bytes, columns });
  expect([table.problems, table.unplaced]).toEqual([[], []]);
  const file = { fileName: "名单.csv", fileType: "text/csv", fileHash: await storage.put(bytes) };
  return perform(process, person, (all) => handOver({ ...all, actor: person }, said, list, { table, file, columns }));
}
const atWork = (use: typeof checkDelivery, id: string) =>
  perform(process, worker, (deps) => use({ ...deps, storage }, id));
const decide = (id: string, step: DeliveryStep, person: UserActor, reason = "") =>
  perform(process, person, (deps) => decideDelivery({ ...deps, actor: person }, { id, step, reason }));
const row = (id: string) => process.prisma.delivery.findUniqueOrThrow({ where: { id } });
const shown = (id: string, actor: UserActor) =>
  readDeliveryPage({ tx: process.prisma, catalogue: process.catalogue, actor }, id, "zh");
const knownOf = async (id: string) =>
  (await readProfile({ tx: process.prisma, clock: process.clock, catalogue: process.catalogue }, id)).facts;

describe("a complete list", () => {
  it("settles its place: who is on it has it, who is not hasn't, and a roll-back puts back what was known", async () => {
    const [on, off, elsewhere] = [await firm(1), await firm(2), await firm(3, "340121")];
    await perform(process, worker, (deps) =>
      saveFacts(deps, off.id, [
        { fact: "hiTechValidUntil", year: null, value: 2028, source: "declared", authority: null },
      ]),
    );
    const id = await send(form(), [
      "统一社会信用代码,企业名称,有效期至",
      `${code(1)},示例科技1号有限公司,2027-10-15`,
      `${code(9)},未登记有限公司,2027-10-15`,
    ]);
    await atWork(checkDelivery, id);
    expect(await row(id)).toMatchObject({
      state: "waiting",
      effect: { named: 1, unregistered: 1, contradicted: 1, changed: 1, otherName: 0 },
    });
    expect((await knownOf(on.id))["hiTechValidUntil"]).toBeUndefined();
    expect(await shown(id, science(1))).toMatchObject({ may: { sign: false, withdraw: true }, kind: "complete" });
    expect(await shown(id, science(2))).toMatchObject({ may: { sign: true, withdraw: false } });
    await expect(decide(id, "sign", science(1))).rejects.toMatchObject({ code: "deliveries.moved" });
    await expect(decide(id, "sign", science(2, "city-tax"))).rejects.toMatchObject({ code: "request.not-found" });
    await decide(id, "sign", science(2));
    await atWork(applyDelivery, id);
    await atWork(applyDelivery, id);
    expect((await row(id)).state).toBe("applied");
    expect((await knownOf(on.id))["hiTechValidUntil"]).toBe(2027);
    expect((await knownOf(off.id))["hiTechValidUntil"]).toBe(0);
    expect((await knownOf(elsewhere.id))["hiTechValidUntil"]).toBeUndefined();
    const said = await process.prisma.enterpriseFact.findMany({
      where: { deliveryId: id },
      orderBy: { enterpriseId: "asc" },
    });
    expect(said.filter(({ enterpriseId }) => [on.id, off.id].includes(enterpriseId))).toMatchObject([
      { source: "verified", absent: false },
      { source: "verified", absent: true },
    ]);
    await perform(process, worker, (deps) =>
      saveFacts(deps, on.id, [
        { fact: "hiTechValidUntil", year: null, value: 2030, source: "declared", authority: null },
      ]),
    );
    expect((await knownOf(on.id))["hiTechValidUntil"]).toBe(2027);
    await decide(id, "askBack", science(1), "名单发错");
    await expect(decide(id, "signBack", science(1))).rejects.toMatchObject({ code: "deliveries.moved" });
    await decide(id, "signBack", science(2));
    await atWork(takeBackDelivery, id);
    expect((await row(id)).state).toBe("rolledBack");
    expect((await knownOf(on.id))["hiTechValidUntil"]).toBeUndefined();
    expect((await knownOf(off.id))["hiTechValidUntil"]).toBe(2028);
  });

  it("has the items that hang on it matched anew", async () => {
    const orders = await process.prisma.outbox.findMany({ where: { topic: "rematch-items" } });
    expect(orders.length).toBeGreaterThanOrEqual(2);
    expect(orders.at(-1)?.payload).toMatchObject({ reason: { kind: "delivery" } });
  });

  it("comes again without a change where it says the same", async () => {
    await firm(4);
    const lines = ["统一社会信用代码,有效期至", `${code(4)},2028-01-01`];
    for (const expected of [{ added: 1 }, { added: 0, same: 1 }]) {
      const id = await send(form({ complete: undefined }), lines);
      await atWork(checkDelivery, id);
      expect((await row(id)).effect).toMatchObject(expected);
      await decide(id, "sign", science(2));
      await atWork(applyDelivery, id);
    }
  });
});

it("is handed over once by one key, and only what the office holds", async () => {
  const said = form({ complete: undefined });
  const lines = ["统一社会信用代码,有效期至", `${code(1)},2028-01-01`];
  expect(await send(said, lines)).toBe(await send(said, lines));
  const deps = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue, actor: science(1) };
  expect(problemsOf(deps, form({ fact: "taxCreditRating" }))).toEqual({ fact: "problem.choose" });
  expect(problemsOf(deps, form({ placeCode: "340100" }))).toEqual({ placeCode: "deliveries:problem.place" });
  expect(problemsOf(deps, form({ asOf: "2026-11-25" }))).toEqual({ asOf: "deliveries:problem.future" });
});

it("holds no longer than its certificate", async () => {
  const own = await firm(5);
  const said = form({ fact: "techFirmListed", complete: undefined });
  const id = await send(said, ["统一社会信用代码,有效期止", `${code(5)},2026-11-24`]);
  await atWork(checkDelivery, id);
  await decide(id, "sign", science(2));
  await atWork(applyDelivery, id);
  expect((await knownOf(own.id))["techFirmListed"]).toBe(true);
  process.clock.set(new Date("2026-11-25T02:00:00Z"));
  expect((await knownOf(own.id))["techFirmListed"]).toBeUndefined();
});

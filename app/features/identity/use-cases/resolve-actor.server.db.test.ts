import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "~/platform/context.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { actorOf } from "./resolve-actor.server";
import { openSession } from "./sign-in.server";

let process: TestProcess;
let userId: string;
const minute = 60_000;
const start = new Date("2026-11-24T02:00:00Z");

beforeAll(async () => {
  process = await testProcess(start);
  const createdAt = process.clock.now();
  const firm = {
    creditCode: "firm",
    name: "示例有限公司",
    legalForm: "company",
    regionCode: "340503",
    industryCode: "C3421",
    createdAt,
  };
  const { id: enterpriseId } = await process.prisma.enterprise.create({ data: firm });
  const user = {
    loginName: "herons",
    displayName: "经办人",
    passwordHash: "-",
    createdAt,
    memberships: { create: { enterpriseId, role: "viewer", createdAt } },
  };
  userId = (await process.prisma.user.create({ data: user })).id;
});
afterAll(() => process.close());

async function session() {
  process.clock.set(start);
  const token = await openSession(process, userId, { address: "192.0.2.3", userAgent: null });
  return (minutes: number) => {
    process.clock.set(new Date(start.getTime() + minutes * minute));
    // The answer is kept for one request, so each question comes with a context of its own.
    const context = { ...process, env: {}, address: "192.0.2.3" } as unknown as AppContext;
    return actorOf(new Request("https://hqt.example.com/", { headers: { Cookie: `lang=zh; hqt=${token}` } }), context);
  };
}

describe("who asks", () => {
  it("is the person of the session, with what the membership permits and no more", async () => {
    const at = await session();
    const actor = await at(1);
    expect(actor).toMatchObject({ userId, loginName: "herons" });
    expect(actor?.permissions.has("read:match:own")).toBe(true);
    expect(actor?.permissions.has("submit:application:own")).toBe(false);
  });

  it("is nobody after thirty idle minutes", async () => {
    const at = await session();
    expect(await at(30)).not.toBeNull();
    expect(await at(61)).toBeNull();
  });

  it("is nobody after twelve hours, however busy", async () => {
    const at = await session();
    for (let minutes = 20; minutes < 720; minutes += 20) expect(await at(minutes)).not.toBeNull();
    expect(await at(720)).toBeNull();
  });

  it("is nobody once the account is disabled, and nobody for an invented token", async () => {
    const at = await session();
    await process.prisma.user.update({ where: { id: userId }, data: { disabledAt: start } });
    expect(await at(1)).toBeNull();
    const context = { ...process, env: {}, address: "" } as unknown as AppContext;
    expect(
      await actorOf(new Request("https://hqt.example.com/", { headers: { Cookie: "hqt=invented" } }), context),
    ).toBeNull();
  });
});

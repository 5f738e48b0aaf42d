import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/features/audit/use-cases/verify-log.server";
import { routes, routeWorld, statusOf } from "~/platform/testing/route-world";

const now = new Date("2026-11-24T02:00:00Z");
let world: Awaited<ReturnType<typeof routeWorld>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await routeWorld(now);
  const { prisma } = world;
  const user = (loginName: string) =>
    prisma.user.findUniqueOrThrow({ where: { loginName }, include: { memberships: true } });
  const [owner, admin, finance] = [await user("owner"), await user("admin"), await user("finance")];
  await prisma.user.create({
    data: {
      loginName: "otherOffice",
      displayName: "-",
      passwordHash: "-",
      createdAt: now,
      roles: ["reviewer", "approver"],
      departmentId: "city-agriculture",
      regionCode: "340500",
    },
  });
  await world.admit("otherOffice");
  const material = await prisma.material.findFirstOrThrow({
    where: { application: { enterpriseId: { not: owner.memberships[0]?.enterpriseId ?? "" } } },
  });
  const batch = await prisma.paymentBatch.create({
    data: {
      number: "PC-1",
      status: "draft",
      regionCode: finance.regionCode ?? "",
      createdById: finance.id,
      createdAt: now,
      totalFen: 1n,
      paymentCount: 1,
    },
  });
  const reviewer = await prisma.user.update({
    where: { loginName: "reviewer" },
    data: { roles: ["reviewer", "approver"] },
  });
  const open = await prisma.application.findFirstOrThrow({
    where: {
      snapshot: { path: ["context", "firstReviewerId"], equals: reviewer.id },
      tasks: { some: { stage: "leadApproval", closedAt: null, departmentId: "city-industry", regionCode: "340500" } },
    },
  });
  Object.assign(ids, {
    material: material.id,
    foreign: material.applicationId,
    admin: admin.id,
    batch: batch.id,
    open: open.id,
    version: String(open.version),
  });
});
afterAll(() => world.close());

const rows = (where = {}) =>
  world.prisma.auditEvent.findMany({ where: { action: "access.refused", ...where }, orderBy: { id: "asc" } });

type Case = {
  what: string;
  route: string;
  person: string;
  key?: string;
  form?: () => Record<string, string>;
  origin?: string;
  row: Record<string, unknown>;
};
const nothing = "00000000-0000-0000-0000-000000000000";
const cases: Case[] = [
  {
    what: "a page without the permission",
    route: "desk._index",
    person: "owner",
    row: {
      code: "request.forbidden",
      status: 403,
      method: "GET",
      route: "/desk",
      needed: "read:application:department",
    },
  },
  {
    what: "an export without the permission",
    route: "monitor.export",
    person: "auditor",
    row: {
      code: "request.forbidden",
      status: 403,
      method: "GET",
      route: "/monitor/export",
      needed: "export:monitoring:all",
    },
  },
  {
    what: "a deed without the permission",
    route: "finance.batches.$id",
    person: "economy",
    key: "batch",
    form: () => ({ intent: "release" }),
    row: {
      code: "request.forbidden",
      status: 403,
      method: "POST",
      route: "/finance/batches/$id",
      needed: "manage:payment:region",
    },
  },
  {
    what: "another firm's case",
    route: "firm.applications.$id",
    person: "viewer",
    key: "foreign",
    row: {
      code: "applications.not-found",
      status: 404,
      method: "GET",
      route: "/firm/applications/$id",
      needed: "read:application:own",
    },
  },
  {
    what: "another firm's file",
    route: "files.$id",
    person: "owner",
    key: "material",
    row: { code: "request.not-found", status: 404, method: "GET", route: "/files/$id", needed: "signedIn" },
  },
  {
    what: "another office's case",
    route: "desk.cases.$id",
    person: "otherOffice",
    key: "open",
    row: { status: 404, method: "GET", route: "/desk/cases/$id", needed: "read:application:department" },
  },
  {
    what: "a step on another office's case",
    route: "desk.cases.$id",
    person: "otherOffice",
    key: "open",
    form: () => ({ action: "APPROVE", version: ids["version"] ?? "", idempotencyKey: "r-1" }),
    row: { code: "redemption.other-department", status: 403, method: "POST" },
  },
  {
    what: "one's own office",
    route: "admin.users.$id",
    person: "admin",
    key: "admin",
    form: () => ({ intent: "disable" }),
    row: { code: "identity.own-account", status: 403, method: "POST", route: "/admin/users/$id" },
  },
  {
    what: "a batch released by who made it",
    route: "finance.batches.$id",
    person: "finance",
    key: "batch",
    form: () => ({ intent: "release" }),
    row: { status: 409, method: "POST", route: "/finance/batches/$id" },
  },
  {
    what: "a form from another site",
    route: "account",
    person: "reviewer",
    form: () => ({}),
    origin: "https://elsewhere.example",
    row: { code: "request.foreign-origin", status: 403, method: "POST", route: "/account" },
  },
  {
    what: "a decision by the one who reviewed",
    route: "desk.cases.$id",
    person: "reviewer",
    key: "open",
    form: () => ({ action: "SEND_BACK", comment: "重审", version: ids["version"] ?? "", idempotencyKey: "r-2" }),
    row: { code: "redemption.same-person", status: 409, method: "POST" },
  },
];

const ask = ({ route, person, key, form, origin }: Case) => {
  return world.call(route, {
    person,
    ...(key ? { params: { id: ids[key] ?? nothing } } : {}),
    ...(form ? { form: form() } : {}),
    ...(origin ? { origin } : {}),
  });
};

describe("a refusal of somebody signed in", () => {
  it.each(cases)("is written down: $what", async (each) => {
    const before = await rows();
    expect(statusOf(await ask(each))).toBe(each.row["status"]);
    const [made, ...more] = (await rows()).slice(before.length);
    const { id } = await world.prisma.user.findUniqueOrThrow({ where: { loginName: each.person } });
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      actorId: id,
      subjectId: each.key ? ids[each.key] : each.row["route"],
      stream: `person:${id}`,
      address: "192.0.2.7",
      after: each.row,
    });
  });

  it("is written once in ten minutes, then anew", async () => {
    const [first] = cases;
    if (!first) throw new Error("no case");
    const before = (await rows()).length;
    world.clock.set(new Date(now.getTime() + 10 * 60_000 - 1));
    await ask(first);
    expect((await rows()).length).toBe(before);
    world.clock.set(new Date(now.getTime() + 10 * 60_000));
    await ask(first);
    await ask(first);
    expect((await rows()).length).toBe(before + 1);
    world.clock.set(now);
  });

  it("is written for each refused case of a batch", async () => {
    const form = {
      action: "RECOMMEND_APPROVAL",
      comment: "-",
      idempotencyKey: "b-1",
      case: ids["open"] ?? "",
      [`version-${ids["open"]}`]: ids["version"] ?? "",
    };
    expect(statusOf(await world.call("desk.batch", { person: "otherOffice", form }))).toBe(200);
    expect((await rows({ subjectId: ids["open"] })).at(-1)).toMatchObject({
      after: { code: "redemption.other-department", route: "/desk/batch", method: "POST" },
    });
  });

  it("does not let strangers, or what was typed wrong, fill the log", async () => {
    const before = (await rows()).length;
    for (const name of ["desk._index", "finance.payments"])
      expect(statusOf(await world.call(name, { person: null }))).toBe(302);
    expect(statusOf(await world.call("account", { person: null, form: {}, origin: "https://elsewhere.example" }))).toBe(
      403,
    );
    expect(statusOf(await world.call("policies.$itemId", { person: "owner", params: { itemId: "no-such" } }))).toBe(
      404,
    );
    expect(
      statusOf(
        await world.call("finance.batches.$id", {
          person: "finance",
          params: { id: ids["batch"] ?? "" },
          form: { intent: "returned", reason: "账户不存在" },
        }),
      ),
    ).toBe(422);
    expect((await rows()).length).toBe(before);
  });

  it.each(routes.filter(({ name, loader }) => loader && name.includes("$")).map(({ name }) => name))(
    "is answered to a key that nothing can have: %s",
    async (name) => {
      const keys = (key: string) =>
        Object.fromEntries([...name.matchAll(/\$([a-zA-Z]+)/g)].map(([, param]) => [param ?? "", key]));
      for (const person of ["owner", "reviewer", "finance", "admin", "auditor", "author"]) {
        for (const key of ["\u0000", "x"])
          expect(
            statusOf(await world.call(name, { person, params: keys(key) })),
            `${person} asks for ${JSON.stringify(key)}`,
          ).toBeLessThan(500);
      }
    },
  );

  it("leaves a log that verifies", async () => {
    const report = await verifyLog(world.prisma, world.folder);
    // seeded cases were never decided by anybody
    expect(report.faults.filter(({ kind }) => kind !== "unrecorded")).toEqual([]);
    expect(report.events).toBeGreaterThan(cases.length);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routeWorld, statusOf } from "~/platform/testing/route-world";

let world: Awaited<ReturnType<typeof routeWorld>>;
beforeAll(async () => {
  world = await routeWorld(new Date("2026-11-24T02:00:00Z"));
});
afterAll(() => world.close());

const idOf = async (loginName: string) => (await world.prisma.user.findUniqueOrThrow({ where: { loginName } })).id;
const openOf = (assigneeId: string) => world.prisma.task.findMany({ where: { assigneeId, closedAt: null } });

/** A reviewer of the city's industry bureau with three pieces of its work. */
async function busy(loginName: string): Promise<string> {
  const { id } = await world.prisma.user.create({
    data: {
      loginName,
      displayName: loginName,
      passwordHash: "-",
      createdAt: world.clock.now(),
      roles: ["reviewer"],
      departmentId: "city-industry",
      regionCode: "340500",
    },
  });
  const tasks = await world.prisma.task.findMany({
    where: {
      departmentId: "city-industry",
      regionCode: "340500",
      closedAt: null,
      assigneeId: null,
      stage: { not: "expertScore" },
    },
    take: 3,
  });
  expect(tasks).toHaveLength(3);
  await world.prisma.task.updateMany({
    where: { id: { in: tasks.map((task) => task.id) } },
    data: { assigneeId: id },
  });
  return id;
}

const disable = (id: string, successorId = "") =>
  world.call("admin.users.$id", { person: "admin", params: { id }, form: { intent: "disable", successorId } });

describe("disabling an official", () => {
  it("shows before what will move, and gives it to the successor but for a case the successor stands aside from", async () => {
    const id = await busy("leaver");
    const successor = await idOf("reviewer");
    const [first] = await openOf(id);
    await world.prisma.recusal.create({
      data: {
        applicationId: first?.applicationId ?? "",
        userId: successor,
        kind: "declared",
        reason: "-",
        at: world.clock.now(),
      },
    });
    const page = (await world.call("admin.users.$id", { person: "admin", params: { id } })) as {
      inHands: { work: unknown[]; successors: { value: string }[] };
    };
    expect(page.inHands.work).toHaveLength(3);
    expect(page.inHands.successors.map(({ value }) => value)).toContain(successor);
    const before = await openOf(id);
    await disable(id, successor);
    expect(await openOf(id)).toEqual([]);
    const after = await world.prisma.task.findMany({ where: { id: { in: before.map((task) => task.id) } } });
    for (const { applicationId, assigneeId } of after)
      expect(assigneeId).toBe(applicationId === first?.applicationId ? null : successor);
    const audit = await world.prisma.auditEvent.findMany({
      where: { action: "task.assigned" },
      orderBy: { id: "desc" },
    });
    expect(audit).toHaveLength(3);
    const told = await world.prisma.outbox.findFirstOrThrow({
      where: { topic: "notice", payload: { path: ["kind"], equals: "workHandedOver" } },
    });
    expect(told.payload).toMatchObject({
      to: { office: { departmentId: "city-industry", regionCode: "340500" }, needs: "manage:task:department" },
      params: { count: 3 },
    });
    const given = await world.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["kind"], equals: "taskAssigned" } },
    });
    expect(given.map(({ payload }) => (payload as { to: unknown }).to)).toEqual([
      { userId: successor },
      { userId: successor },
    ]);
  });

  it("without a successor gives the work back to the office, that of a colleague stood in for too", async () => {
    const [id, away] = [await busy("deputy"), await busy("away")];
    await world.prisma.absence.create({
      data: {
        userId: away,
        deputyId: id,
        fromDay: "2026-11-20",
        toDay: "2026-12-20",
        createdById: away,
        createdAt: world.clock.now(),
      },
    });
    await disable(id);
    expect([...(await openOf(id)), ...(await openOf(away))]).toEqual([]);
    expect(await world.prisma.absence.count({ where: { deputyId: id, endedAt: null } })).toBe(0);
  });

  it("takes nobody of another office as successor, and then changes nothing", async () => {
    const id = await busy("stays");
    expect(statusOf(await disable(id, await idOf("staffing")))).toBe(422);
    expect(await openOf(id)).toHaveLength(3);
    expect(await world.prisma.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ disabledAt: null });
  });

  it("another office takes the work along nowhere: it stays where it belongs", async () => {
    const id = await idOf("stays");
    const { version } = await world.prisma.user.findUniqueOrThrow({ where: { id } });
    const office = {
      intent: "office",
      version: String(version),
      departmentId: "city-agriculture",
      regionCode: "340500",
    };
    await world.call("admin.users.$id", { person: "admin", params: { id }, form: { ...office, roles: "reviewer" } });
    expect(await openOf(id)).toEqual([]);
  });
});

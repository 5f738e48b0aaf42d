import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expiries, subjects } from "~/contexts.server";
import { troubleRows } from "../testing/trouble-rows";
import { warnOverdue } from "./warn-overdue.server";
import { runDeadlines } from "./run-deadlines.server";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { routeWorld, statusOf } from "~/platform/testing/route-world";
import { runOnce } from "~/platform/worker.server";
import { outboxHandlers } from "~/server/outbox-handlers";
import type { Shared } from "~/server/process";
import { perform } from "~/platform/transact.server";
import { troubles as words } from "../troubles.zh";
import { openTrouble } from "./open-trouble.server";
import { reportRound } from "./report-round.server";

const hourMs = 3600_000;
let world: Awaited<ReturnType<typeof routeWorld>>;
let shared: Shared;

beforeAll(async () => {
  world = await routeWorld(new Date("2026-11-24T02:00:00Z"));
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: world.url,
    DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    SIGNING_KEY: "AA==",
    SIGNING_PASSWORD: "",
    MAIL_SINK_DIR: `${world.folder}/mail`,
  });
  await world.prisma.user.create({
    data: {
      loginName: "otherOffice",
      displayName: "-",
      passwordHash: "-",
      createdAt: world.clock.now(),
      roles: ["approver"],
      departmentId: "city-agriculture",
      regionCode: "340503",
    },
  });
  shared = { ...world, env, log: createLog("silent") } as unknown as Shared;
});
afterAll(() => world.close());

const open = async (where: object) => (await troubleRows(world.prisma, { closedAt: null, ...where }))[0] ?? null;
/** Signs in anew: the clock has been moved on. */
const act = async (person: string, form: Record<string, string>) => {
  await world.admit(person);
  return world.call("troubles._index", { person, form });
};
const later = (ms: number) => world.clock.set(new Date(world.clock.now().getTime() + ms));
const rounds = () => runOnce(shared, { ...outboxHandlers(shared), rounds: [] });

/** A case in publicity whose machine is not the one it was begun on, with its term due now. */
async function stuckCase() {
  const deadline = await world.prisma.deadline.findFirstOrThrow({
    where: {
      event: "PUBLICITY_ENDED",
      handledAt: null,
      cancelledAt: null,
      application: {
        state: "publicity",
        objections: { none: {} },
        tasks: { none: { closedAt: null } },
      },
    },
  });
  const { machineHash, itemVersion } = await world.prisma.application.findUniqueOrThrow({
    where: { id: deadline.subjectId },
    include: { itemVersion: true },
  });
  const { leadDepartmentId, regionCode } = itemVersion.redemption as { leadDepartmentId: string; regionCode: string };
  const official = { loginName: "lead", displayName: "-", passwordHash: "-", createdAt: world.clock.now() };
  await world.prisma.user.create({
    data: { ...official, roles: ["approver"], departmentId: leadDepartmentId, regionCode },
  });
  await world.prisma.application.update({ where: { id: deadline.subjectId }, data: { machineHash: "another" } });
  await world.prisma.deadline.update({ where: { id: deadline.id }, data: { dueAt: world.clock.now() } });
  return { ...deadline, machineHash, lead: { departmentId: leadDepartmentId, regionCode } };
}

describe("a term that is put off", () => {
  it("twice reaches the office that can act, with the reason, and leaves when it goes on", async () => {
    const stuck = await stuckCase();
    await runDeadlines(shared, expiries);
    expect(await open({ subject: stuck.id }), "once is nothing").toBeNull();
    later(hourMs);
    await runDeadlines(shared, expiries);
    const trouble = await open({ subject: stuck.id });
    expect(trouble).toMatchObject({
      kind: "deadline",
      step: "PUBLICITY_ENDED",
      reason: "redemption.machine-mismatch",
      applicationId: stuck.subjectId,
      departmentId: stuck.lead.departmentId,
      regionCode: stuck.lead.regionCode,
      dueOn: "2026-11-25",
    });
    later(hourMs);
    await runDeadlines(shared, expiries);
    expect(await open({ subject: stuck.id }), "the same row").toMatchObject({ id: trouble?.id, seen: 2 });
    await rounds();
    const told = await world.prisma.notice.findMany({
      where: { kind: "troubleOpened" },
      include: { user: { select: { departmentId: true, roles: true } } },
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { user } of told) {
      expect(user.departmentId).toBe(stuck.lead.departmentId);
      expect(["reviewer", "approver", "departmentHead"].some((role) => user.roles.includes(role))).toBe(true);
    }

    await world.admit("lead");
    expect(await world.call("desk._index", { person: "lead" }), "on the desk").toMatchObject({ troubles: 1 });
    const onCase = await world.call("desk.cases.$id", { person: "lead", params: { id: stuck.subjectId } });
    expect(onCase, "on the page of the case").toMatchObject({ troubles: 1 });
    await world.admit("economy");
    const offices = (await world.call("monitor._index", { person: "economy" })) as { offices: object[] };
    expect(offices.offices, "for who watches over all").toMatchObject([
      { departmentId: stuck.lead.departmentId, count: 1, late: 0 },
    ]);

    const id = trouble?.id ?? "";
    expect(statusOf(await act("lead", { intent: "give-up", id, reason: "不再办理" })), "its only way on").toBe(409);
    expect(statusOf(await act("otherOffice", { intent: "retry", id })), "another office").toBe(404);
    await world.prisma.application.update({
      where: { id: stuck.subjectId },
      data: { machineHash: stuck.machineHash },
    });
    expect(await act("lead", { intent: "retry", id })).toEqual({ done: "retriedDone" });
    expect(await act("lead", { intent: "retry", id }), "twice is once").toEqual({ done: "retriedDone" });
    await runDeadlines(shared, expiries);
    expect(await troubleRows(world.prisma, { id })).toMatchObject([{ outcome: "resolved" }]);
    expect(await world.prisma.application.findUniqueOrThrow({ where: { id: stuck.subjectId } })).toMatchObject({
      state: "payment",
    });
    const actions = await world.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["trouble.opened", "trouble.retried", "trouble.resolved"]);
  });
});

describe("as work that waits", () => {
  const order = { kind: "case", subject: "waits", step: "payment-account", reason: "funds.no-account" } as const;
  const office = { departmentId: "city-industry", regionCode: "340500" };
  const worker = { kind: "system", name: "worker" } as const;
  const told = async (kind: string, subject: string) =>
    (
      await world.prisma.outbox.findMany({ where: { topic: "notice", payload: { path: ["kind"], equals: kind } } })
    ).flatMap(({ payload }) => {
      const { to, dedupKey } = payload as { to: object; dedupKey: string };
      return dedupKey.includes(subject) ? [to] : [];
    });

  it("stands in the one list of the office, is given to a colleague, and the head hears of it when it is late", async () => {
    await perform(shared, worker, (deps) => openTrouble(deps, { ...order, office }));
    const { id = "", dueOn } = (await open({ subject: "waits" })) ?? {};
    await world.admit("head");
    const list = () =>
      world.call("desk.department", { person: "head" }) as Promise<{
        tasks: { id: string; subjectId: string; page: string; work: string; assigneeId: string | null }[];
      }>;
    const own = async () => (await list()).tasks.find(({ subjectId }) => subjectId === id);
    const task = await own();
    expect(task).toMatchObject({ page: "/troubles", work: "troubles:work.case", assigneeId: null });
    const { id: assigneeId } = await world.prisma.user.findUniqueOrThrow({ where: { loginName: "reviewer" } });
    await world.call("desk.department", { person: "head", form: { intent: "assign", id: task?.id ?? "", assigneeId } });
    expect(await own()).toMatchObject({ assigneeId });
    expect(await told("taskAssigned", task?.id ?? "")).toEqual([{ userId: assigneeId }]);
    const before = world.clock.now();
    world.clock.set(new Date(`${dueOn}T16:30:00Z`));
    await perform(shared, worker, (deps) => warnOverdue({ ...deps, subjects }));
    const head = await world.prisma.user.findUniqueOrThrow({ where: { loginName: "head" } });
    expect(await told("taskOverdue", task?.id ?? "")).toEqual(
      expect.arrayContaining([{ userId: assigneeId }, { userId: head.id }]),
    );
    world.clock.set(before);
  });

  it("that no office can put right is the administrators', who hear of it when it is late", async () => {
    await perform(shared, worker, (deps) => openTrouble(deps, { ...order, subject: "nobodys", office: null }));
    const { id, dueOn } = (await open({ subject: "nobodys" })) ?? {};
    const task = await world.prisma.task.findFirstOrThrow({ where: { subjectId: id ?? "" } });
    const before = world.clock.now();
    world.clock.set(new Date(`${dueOn}T16:30:00Z`));
    await perform(shared, worker, (deps) => warnOverdue({ ...deps, subjects }));
    expect(await told("taskOverdue", task.id)).toEqual([{ office: null, needs: "resolve:trouble:all" }]);
    world.clock.set(before);
  });
});

describe("a message that failed its last try", () => {
  const dead = async () => {
    const now = world.clock.now();
    const { id } = await world.prisma.outbox.create({
      data: {
        topic: "document",
        payload: { kind: "acceptance", applicationId: "no-uuid", orderKey: "x", at: now.toISOString() },
        createdAt: now,
        availableAt: now,
        attempts: 7,
      },
    });
    await rounds();
    return id;
  };

  it("reaches the administrators, can be tried again and given up with a reason, once", async () => {
    const message = await dead();
    const trouble = await open({ kind: "message", subject: String(message) });
    expect(trouble).toMatchObject({ step: "document", departmentId: "platform", reason: "request.failed" });
    const id = trouble?.id ?? "";
    expect(statusOf(await act("reviewer", { intent: "retry", id })), "no office has it").toBe(404);
    expect(await act("admin", { intent: "retry", id })).toEqual({ done: "retriedDone" });
    expect(await world.prisma.outbox.findUniqueOrThrow({ where: { id: message } })).toMatchObject({
      failedAt: null,
      attempts: 0,
    });
    expect(statusOf(await act("admin", { intent: "give-up", id, reason: " " }))).toBe(422);
    const given = { intent: "give-up", id, reason: "办件号有误，另行通知" };
    expect(await act("admin", given)).toEqual({ done: "givenUpDone" });
    expect(await act("admin", given), "twice is once").toEqual({ done: "givenUpDone" });
    expect(statusOf(await act("admin", { intent: "retry", id }))).toBe(409);
    later(60_000);
    await rounds();
    expect(
      await world.prisma.outbox.findUniqueOrThrow({ where: { id: message } }),
      "is not tried any more",
    ).toMatchObject({ processedAt: null });
    expect(await world.prisma.auditEvent.count({ where: { subjectId: id, action: "trouble.given-up" } })).toBe(1);
  });

  it("is named, whatever its topic", () =>
    expect(Object.keys(outboxHandlers(shared).handlers).filter((topic) => !Object.hasOwn(words.step, topic))).toEqual(
      [],
    ));

  it("leaves the page when a new try succeeds", async () => {
    const message = await dead();
    const trouble = await open({ kind: "message", subject: String(message) });
    await world.prisma.outbox.update({
      where: { id: message },
      data: { topic: "notice", payload: { to: { userId: message.toString() }, kind: "x" } },
    });
    await act("admin", { intent: "retry", id: trouble?.id ?? "" });
    const handlers = { ...outboxHandlers(shared).handlers, notice: () => Promise.resolve() };
    await runOnce(shared, { ...outboxHandlers(shared), handlers, rounds: [] });
    expect(await troubleRows(world.prisma, { id: trouble?.id ?? "" })).toMatchObject([{ outcome: "resolved" }]);
  });
});

describe("an office where nobody can act", () => {
  it("leaves it to the administrators to be told", async () => {
    const office = { departmentId: "city-agriculture", regionCode: "340500" };
    const order = {
      kind: "case",
      subject: "nobody",
      step: "payment-account",
      office,
      reason: "funds.no-account",
    } as const;
    await perform(shared, { kind: "system", name: "worker" }, (deps) => openTrouble(deps, order));
    const message = await world.prisma.outbox.findFirstOrThrow({ where: { topic: "notice" }, orderBy: { id: "desc" } });
    expect(message.payload).toMatchObject({ to: { office: null, needs: "resolve:trouble:all" } });
  });
});

describe("a round of the worker", () => {
  it("that fails on and on is a trouble until it succeeds", async () => {
    const actor = { kind: "system", name: "worker" } as const;
    const fail = () => reportRound(shared, actor, "seals", () => Promise.reject(new Error("disk full")));
    for (let times = 1; times < 20; times += 1) await expect(fail()).rejects.toThrow("disk full");
    expect(await open({ kind: "round" })).toBeNull();
    await expect(fail()).rejects.toThrow("disk full");
    expect(await open({ kind: "round" })).toMatchObject({ subject: "seals", detail: "Error: disk full" });
    await reportRound(shared, actor, "seals", () => Promise.resolve());
    expect(await open({ kind: "round" })).toBeNull();
  });
});

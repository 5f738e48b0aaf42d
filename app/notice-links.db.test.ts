import { afterAll, beforeAll, expect, it } from "vitest";
import { sendMessage } from "~/features/applications/use-cases/send-message.server";
import { expiries, subjects } from "~/contexts.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { openTrouble } from "~/features/work/use-cases/open-trouble.server";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { perform } from "~/platform/transact.server";
import { routes, routeWorld, statusOf } from "~/platform/testing/route-world";
import { runOnce } from "~/platform/worker.server";
import { outboxHandlers } from "~/server/outbox-handlers";
import type { Shared } from "~/server/process";
import { warnOverdue } from "~/features/work/use-cases/warn-overdue.server";

const worker = { kind: "system", name: "worker" } as const;
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
  shared = { ...world, env, log: createLog("silent") } as unknown as Shared;
});
afterAll(() => world.close());

/** The route that an address opens, and its keys. */
function routeOf(href: string): { name: string; params: Record<string, string> } {
  const parts = new URL(href, "https://hqt.example").pathname.split("/").filter(Boolean);
  for (const { name } of [...routes].sort(
    (left, right) => left.name.split("$").length - right.name.split("$").length,
  )) {
    const pattern = name
      .split(".")
      .filter((part) => part !== "_index")
      .map((part) => part.replace(/_$/, ""));
    if (pattern.length !== parts.length || name === "$") continue;
    if (!pattern.every((part, index) => part.startsWith("$") || part === parts[index])) continue;
    const keys = pattern.flatMap((part, index) => (part.startsWith("$") ? [[part.slice(1), parts[index] ?? ""]] : []));
    return { name, params: Object.fromEntries(keys) as Record<string, string> };
  }
  throw new Error(`no route for ${href}`);
}

/** What the seeded city lives through: every kind of work comes near, is over, moves, is asked about and gets stuck. */
async function live(): Promise<void> {
  await perform(shared, worker, (deps) => warnOverdue({ ...deps, subjects }));
  await runDeadlines(shared, expiries);
  const messaged = await world.prisma.application.findMany({ where: { state: { not: "draft" } }, take: 20 });
  for (const { id, enterpriseId, createdById } of messaged) {
    const actor = { kind: "user", userId: createdById, enterpriseId, departmentId: null, roles: [], memberships: [] };
    await perform(shared, worker, (deps) =>
      sendMessage(
        { ...deps, actor: actor as never },
        { applicationId: id, side: "firm", text: "请问进度", idempotencyKey: id },
      ),
    );
  }
  const offices = await world.prisma.task.findMany({ distinct: ["departmentId", "regionCode"] });
  for (const { departmentId, regionCode } of offices)
    await perform(shared, worker, (deps) =>
      openTrouble(deps, {
        kind: "case",
        subject: `${departmentId}@${regionCode}`,
        step: "payment-account",
        office: { departmentId, regionCode },
        reason: "funds.no-account",
      }),
    );
  world.clock.set(new Date("2027-02-24T02:00:00Z"));
  await perform(shared, worker, (deps) => warnOverdue({ ...deps, subjects }));
  await runDeadlines(shared, expiries);
  while (await runOnce(shared, { ...outboxHandlers(shared), rounds: [] }));
}

it("every link of every notice opens for its reader", async () => {
  await live();
  const notices = await world.prisma.notice.findMany({
    distinct: ["userId", "href"],
    include: { user: { select: { loginName: true, roles: true } } },
  });
  const kinds = [...new Set(notices.map(({ kind }) => kind))].sort();
  expect(kinds).toEqual(expect.arrayContaining(["taskNear", "taskOverdue", "troubleOpened"]));
  expect(new Set(notices.flatMap(({ user }) => user.roles)).has("finance"), "finance is told of its own work").toBe(
    true,
  );
  const dead: string[] = [];
  for (const person of new Set(notices.map(({ user }) => user.loginName))) await world.admit(person);
  for (const { kind, href, user } of notices) {
    const { name, params } = routeOf(href);
    const status = statusOf(await world.call(name, { person: user.loginName, params }));
    if (status >= 400) dead.push(`${user.loginName} ${kind} ${href} ${status}`);
  }
  expect(dead).toEqual([]);
  expect(notices.filter(({ user }) => user.loginName.startsWith("author"))).toEqual([]);
});

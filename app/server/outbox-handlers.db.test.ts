import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPress } from "~/features/documents/testing/demo-press";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { runOnce } from "~/platform/worker.server";
import { outboxHandlers } from "./outbox-handlers";
import type { Shared } from "./process";

const nobody = "00000000-0000-0000-0000-000000000000";
let process: TestProcess;
let shared: Shared;

beforeAll(async () => {
  process = await testProcess();
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: process.url,
    DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    SIGNING_KEY: "AA==",
    SIGNING_PASSWORD: "",
    STORAGE_DIR: "/nonexistent",
  });
  shared = { ...process, env, press: demoPress(), log: createLog("silent") } as unknown as Shared;
});
afterAll(() => process.close());

const refusals = () => process.prisma.auditEvent.findMany({ where: { action: "access.refused" } });
const order = (payload: object) =>
  process.prisma.outbox.create({
    data: { topic: "document", payload, createdAt: process.clock.now(), availableAt: process.clock.now() },
  });

it("a message that the domain refuses stands in the log once, and is tried again", async () => {
  const { id } = await order({ kind: "acceptance", applicationId: nobody, orderKey: "o", at: "2026-11-24T02:00:00Z" });
  const work = outboxHandlers(shared);
  const round = () => runOnce(shared, { ...work, rounds: [] });
  await round();
  process.clock.set(new Date(process.clock.now().getTime() + 5_000));
  await round();
  expect(await process.prisma.outbox.findUniqueOrThrow({ where: { id } })).toMatchObject({
    attempts: 2,
    processedAt: null,
  });
  const [row, ...more] = await refusals();
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    actorId: null,
    actorRole: "system:worker",
    subjectType: "worker",
    subjectId: nobody,
    stream: `worker:${nobody}`,
    after: { code: "applications.not-found", status: 404, method: "RUN", route: "outbox/document", needed: "system" },
  });
});

it("what fails otherwise is the worker's to log, and no refusal", async () => {
  const before = (await refusals()).length;
  await order({ kind: "acceptance", applicationId: "no-uuid", orderKey: "p", at: "2026-11-24T02:00:00Z" });
  await runOnce(shared, { ...outboxHandlers(shared), rounds: [] });
  expect((await refusals()).length).toBe(before);
});

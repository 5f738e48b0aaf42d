import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedCases } from "#prisma/seed/seed-cases";
import { seedFirms } from "#prisma/seed/seed-firms";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { withClient } from "../lib/database.mjs";
import { check, type Findings } from "./check";
import type { Acknowledged } from "./fleet";

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };

const folder = mkdtempSync(path.join(os.tmpdir(), "crash-check-"));
const nothing: Acknowledged = { cases: [], steps: [], uploads: [], batches: [] };
let process: TestProcess;
let caseId: string;

const found = (acknowledged = nothing): Promise<Findings> =>
  check(process.prisma, acknowledged, { storage: folder, roots: folder });

/** Damages the database as its owner, past every trigger; gives what is found now and was not before. */
async function after(sql: string): Promise<{ lost: string[]; doubled: string[] }> {
  const before = await found();
  await withClient(process.ownerUrl, async (client: Client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [caseId]);
  });
  const now = await found();
  return {
    lost: now.lost.filter((what) => !before.lost.includes(what)),
    doubled: now.doubled.filter((what) => !before.doubled.includes(what)),
  };
}

beforeAll(async () => {
  process = await testProcess();
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 30, seed: 1, now: process.clock.now() });
  await seedAccounts(process.prisma, firms, { seed: 1, now: process.clock.now() });
  await seedCases(process.prisma, process.catalogue, firms, {
    applications: 40,
    seed: 1,
    key: Buffer.alloc(32, 7),
    now: process.clock.now(),
  });
  caseId = (
    await process.prisma.application.findFirstOrThrow({
      where: { state: "closed", payments: { some: { status: "paid" } } },
    })
  ).id;
});
afterAll(async () => {
  await process.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the check after crashes", () => {
  it("misses what was acknowledged and is not there: a case, a step, a file, a batch", async () => {
    const { lost } = await found({
      cases: ["gone"],
      steps: [{ id: caseId, key: "gone" }],
      uploads: [{ id: caseId, material: "材料", hash: "0".repeat(64) }],
      batches: ["gone"],
    });
    expect(lost).toEqual(
      expect.arrayContaining(["case gone", `step ${caseId} gone`, `file ${caseId} 材料`, "batch gone"]),
    );
  });

  it("sees a doubled transition, and a lost one", async () => {
    const twice =
      await after(`INSERT INTO "Transition" ("applicationId", seq, event, "fromState", "toState", "actorRole", "departmentId", at, "idempotencyKey", "bodyHash", payload)
      SELECT "applicationId", 900, event, "fromState", "toState", "actorRole", "departmentId", at, 'once more', "bodyHash", payload FROM "Transition" WHERE "applicationId" = $1 AND seq = 2`);
    expect(twice.doubled).toContainEqual(expect.stringMatching(`^step ${caseId}`));
    await after(`DELETE FROM "Transition" WHERE "applicationId" = $1 AND seq = 900`);
    expect((await after(`DELETE FROM "Transition" WHERE "applicationId" = $1 AND seq = 2`)).lost).toContainEqual(
      `place in ${caseId}`,
    );
  });

  it("sees money posted twice, and money lost", async () => {
    const twice = await after(`INSERT INTO "LedgerTransaction" (id, kind, "applicationId", at, "idempotencyKey")
      SELECT gen_random_uuid(), kind, "applicationId", at, 'once more' FROM "LedgerTransaction" WHERE "applicationId" = $1 AND kind = 'disburse' LIMIT 1`);
    expect(twice.doubled).toContainEqual(`posting ${caseId} disburse`);
    const less = await after(
      `DELETE FROM "LedgerEntry" WHERE account = 'disbursed' AND "transactionId" IN (SELECT id FROM "LedgerTransaction" WHERE "applicationId" = $1)`,
    );
    expect(less.lost).toEqual(expect.arrayContaining([`money of ${caseId}`, "balance"]));
  });

  it("sees a notice that came twice, and a message that nobody carried", async () => {
    const createdAt = process.clock.now();
    const { id: userId } = await process.prisma.user.create({
      data: { loginName: "reader", displayName: "经办人", passwordHash: "-", createdAt },
    });
    const href = `/firm/applications/${caseId}`;
    await process.prisma.notice.createMany({
      data: ["one", "two"].map((dedupKey) => ({ userId, kind: "case.closed", params: {}, href, dedupKey, createdAt })),
    });
    await process.prisma.outbox.create({
      data: { topic: "notice", payload: { dedupKey: "x" }, createdAt, availableAt: createdAt },
    });
    const { lost, doubled } = await found();
    expect(doubled).toContainEqual(`notice ${href} case.closed`);
    expect(lost).toContainEqual(expect.stringMatching("^message "));
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "../../../../scripts/lib/database.mjs";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { writeTogether } from "~/platform/write-rows.server";
import { eventInsertion } from "../adapters/audit.repository.server";
import { publishRoots, sealDaily, sealNow } from "./seal-log.server";
import { verifyLog } from "./verify-log.server";

type Client = { query(text: string): Promise<unknown> };

const system = { kind: "system", name: "worker" } as const;
const herons = "01900000-0000-7000-8000-00000000000a";
const otters = "01900000-0000-7000-8000-00000000000b";
let process: TestProcess;
let folder: string;

/** Three events of one person, two of another, sealed; then one more of each. */
beforeEach(async () => {
  process = await testProcess();
  folder = mkdtempSync(path.join(os.tmpdir(), "roots-"));
  for (const id of [herons, otters, herons, herons, otters]) await note(id);
  await perform(process, system, sealNow);
  await publishRoots(process, folder);
  for (const id of [herons, otters]) await note(id);
});
afterEach(async () => {
  await process.close();
  rmSync(folder, { recursive: true });
});

/** As a row of any age may look, whatever is written today. */
const note = (id: string) =>
  perform(process, system, ({ tx, clock }) =>
    writeTogether(
      tx,
      eventInsertion([
        {
          at: clock.now(),
          actorRole: "system:worker",
          action: "user.changed",
          subjectType: "user",
          subjectId: id,
          before: { 名: "甲", b: [1, null, 0.5] },
          after: { z: 1, a: { 惠: '"\\\n\u0001', y: true } },
          versions: { case: 3 },
        },
      ]),
    ),
  );
const faults = async () =>
  (await verifyLog(process.prisma, folder)).faults.map(({ kind, where }) => `${kind} ${where}`);

/** As somebody who owns the database and gets round its triggers. */
const tamper = (...statements: string[]) =>
  withClient(process.ownerUrl, async (client: Client) => {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  });
const row = (id: string, seq: number) => `stream = 'person:${id}' AND seq = ${seq}`;

describe("the log as written", () => {
  it("has no fault, and its canonical text is the same in the database and here", async () => {
    expect(await verifyLog(process.prisma, folder)).toEqual({
      events: 8,
      streams: 3,
      seals: 1,
      published: 1,
      faults: [],
      explained: [],
      notes: [],
    });
  });

  it("keeps one chain a stream when many write at once", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => note(index % 2 ? herons : otters)));
    expect(await verifyLog(process.prisma, folder)).toMatchObject({ events: 38, faults: [] });
  });

  it("is sealed once a day, and every seal lies outside as a file", async () => {
    const round = sealDaily(process, folder);
    await round();
    await sealDaily(process, folder)();
    expect(await process.prisma.auditSeal.count()).toBe(1);
    process.clock.set(new Date("2026-11-24T16:00:00Z"));
    await round();
    await round();
    expect(await verifyLog(process.prisma, folder)).toMatchObject({ seals: 2, published: 2, faults: [] });
    expect((await process.prisma.auditSeal.findUniqueOrThrow({ where: { number: 2 } })).events).toBe(8n);
  });
});

describe("whoever changes the log is found:", () => {
  it("edit of the change, the time, the person, or the versions", async () => {
    for (const [seq, change] of [
      [1, `after = '{"z":2}'`],
      [2, `at = at + interval '1 millisecond'`],
      [3, `"actorRole" = 'somebody'`],
      [4, `versions = NULL`],
    ] as const) {
      await tamper(`UPDATE "AuditEvent" SET ${change} WHERE ${row(herons, seq)}`);
    }
    expect(await faults()).toEqual([1, 2, 3, 4].map((seq) => `content person:${herons} ${seq}`));
  });

  it("edit with the hash made anew", async () => {
    await tamper(
      `UPDATE "AuditEvent" e SET action = 'nothing' WHERE ${row(herons, 2)}`,
      `UPDATE "AuditEvent" e SET hash = audit_sha256(audit_body(e)) WHERE ${row(herons, 2)}`,
    );
    expect(await faults()).toEqual([`link person:${herons} 3`]);
  });

  it("delete", async () => {
    await tamper(`DELETE FROM "AuditEvent" WHERE ${row(herons, 2)}`);
    expect(await faults()).toEqual([`gap person:${herons} 3`, `link person:${herons} 3`]);
  });

  it("insert between two and insert at the end", async () => {
    const copy = (
      seq: number,
      place: string,
    ) => `INSERT INTO "AuditEvent" (at, "actorRole", action, "subjectType", "subjectId", stream, seq, salt, "prevHash", hash)
      SELECT at, "actorRole", action, "subjectType", "subjectId", stream, ${place}, salt, hash, 'x' FROM "AuditEvent" WHERE ${row(otters, seq)}`;
    await tamper(copy(3, "4"));
    expect(await faults()).toEqual([`content person:${otters} 4`, `end person:${otters}`]);
    await tamper(
      `UPDATE "AuditEvent" SET seq = seq + 1000 WHERE stream = 'person:${herons}' AND seq > 2`,
      copy(1, "2000"),
    );
    expect(await faults()).toContain(`gap person:${herons} 1003`);
  });

  it("reorder, within a chain and between chains", async () => {
    await tamper(
      `UPDATE "AuditEvent" SET seq = 99 WHERE ${row(herons, 2)}`,
      `UPDATE "AuditEvent" SET seq = 2 WHERE ${row(herons, 3)}`,
      `UPDATE "AuditEvent" SET seq = 3 WHERE ${row(herons, 99)}`,
    );
    expect(await faults()).toEqual(
      expect.arrayContaining([`content person:${herons} 2`, `content person:${herons} 3`]),
    );
  });

  it("reorder of the numbers that tell which came first", async () => {
    await tamper(`UPDATE "AuditEvent" SET id = 100000 WHERE ${row(herons, 1)}`);
    expect(await faults()).toEqual([`content person:${herons} 1`]);
  });

  it("truncate of the end of a chain", async () => {
    await tamper(`DELETE FROM "AuditEvent" WHERE ${row(herons, 4)}`);
    expect(await faults()).toEqual([`end person:${herons}`]);
  });

  it("truncate of a sealed chain with its remembered end", async () => {
    await tamper(
      `DELETE FROM "AuditEvent" WHERE stream = 'person:${otters}'`,
      `DELETE FROM "AuditHead" WHERE stream = 'person:${otters}'`,
    );
    expect(await faults()).toEqual(["seal seal 1"]);
  });

  it("truncate of everything, seals as well", async () => {
    await tamper(...["AuditEvent", "AuditHead", "AuditSealLeaf", "AuditSeal"].map((table) => `DELETE FROM "${table}"`));
    expect(await faults()).toEqual(["published seal 1"]);
  });

  it("a whole history made anew, ends and seal too", async () => {
    await tamper(...["AuditEvent", "AuditHead", "AuditSealLeaf", "AuditSeal"].map((table) => `DELETE FROM "${table}"`));
    await note(herons);
    await perform(process, system, sealNow);
    expect(await faults()).toEqual(["published seal 1"]);
  });
});

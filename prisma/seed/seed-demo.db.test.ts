import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createStorage } from "~/platform/storage.server";
import { testProcess } from "~/platform/testing/test-database";
import { seedDemo } from "./seed-demo";

/** What must differ from database to database: salted hashes and sealed numbers. */
const secrets = new Set(["User.passwordHash", "BankAccount.sealedNumber", "AuditEvent.salt", "AuditEvent.prevHash", "AuditEvent.hash", "AuditHead.hash"]);
const now = new Date("2026-11-24T16:00:00Z");
let folder: string;

beforeAll(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-seed-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seeds a database of its own and tells a digest of every table that has rows. */
async function seeded(seed: number): Promise<Record<string, string>> {
  const { prisma, catalogue, close } = await testProcess(now);
  try {
    await seedDemo({ prisma, catalogue, storage: createStorage(folder) }, { firms: 40, applications: 60, seed, key: Buffer.alloc(32, 7), now });
    const columns = await prisma.$queryRaw<{ table: string; column: string }[]>`
      SELECT t.table_name AS table, c.column_name AS column FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
      WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.ordinal_position`;
    const digests: Record<string, string> = {};
    for (const table of new Set(columns.map((each) => each.table))) {
      const kept = columns.filter((each) => each.table === table && !secrets.has(`${table}.${each.column}`)).map(({ column }) => `"${column}"`);
      const [row] = await prisma.$queryRawUnsafe<{ rows: bigint; digest: string | null }[]>(
        `SELECT count(*) AS rows, md5(string_agg(r.row, E'\\n' ORDER BY r.row)) AS digest FROM (SELECT ROW(${kept.join(", ")})::text AS row FROM "${table}") r`,
      );
      if (row?.digest) digests[table] = `${row.rows} rows ${row.digest}`;
    }
    return digests;
  } finally {
    await close();
  }
}

it("one seed number gives the same ids and rows in every database, another number gives others", async () => {
  const [first, second, other] = [await seeded(7), await seeded(7), await seeded(8)];
  expect(second).toEqual(first);
  const random = ["Application", "BankAccount", "Deadline", "Enterprise", "EnterpriseFact", "Envelope", "LedgerEntry", "LedgerTransaction", "Material", "Membership", "Outbox", "Payment", "Reach", "ReviewTask", "RuleCheck", "Transition", "User", "AuditEvent"];
  expect(random.filter((table) => first[table] === undefined || first[table] === other[table])).toEqual([]);
}, 120_000);

it("matches every firm, those beyond the usual ones too", async () => {
  const { prisma, catalogue, close } = await testProcess(now);
  try {
    const { firms } = await seedDemo({ prisma, catalogue, storage: createStorage(folder) }, { firms: 203, applications: 10, seed: 7, key: Buffer.alloc(32, 7), now });
    expect(await prisma.match.groupBy({ by: ["enterpriseId"] })).toHaveLength(firms);
  } finally {
    await close();
  }
}, 120_000);

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { withClient } from "../../scripts/lib/database.mjs";

type Client = { query(text: string): Promise<unknown> };

const tables = [
  "AuditEvent",
  "AuditNote",
  "AuditSeal",
  "AuditSealLeaf",
  "BankFile",
  "BankLine",
  "CaseSubmission",
  "IssuedDocument",
  "LedgerEntry",
  "LedgerTransaction",
  "ManualSettlement",
  "PolicyItemVersion",
  "Recovery",
  "RecoveryReminder",
  "RuleCheck",
  "TermMove",
  "Transition",
];
/** A column of a table that has no id. */
const columns: Record<string, string> = {
  AuditNote: "reason",
  AuditSeal: "hash",
  AuditSealLeaf: "hash",
  ManualSettlement: "voucher",
};
const setSame = (column: string) => `${column} = ${column}`;
const changes = [
  ["update", (table: string) => `UPDATE "${table}" SET ${setSame(columns[table] ?? "id")}`],
  ["delete", (table: string) => `DELETE FROM "${table}"`],
  ["truncate", (table: string) => `TRUNCATE "${table}" CASCADE`],
] as const;
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

const run = (url: string, sql: string) => withClient(url, (client: Client) => client.query(sql));

describe("what is written for good", () => {
  it.each(tables.flatMap((table) => changes.map(([name, sql]) => ({ table, name, sql: sql(table) }))))(
    "the application may not $name $table",
    async ({ sql }) => {
      await expect(run(process.url, sql)).rejects.toThrow(/permission denied/);
    },
  );

  it("can be read by the application", async () => {
    for (const table of tables) await run(process.url, `SELECT 1 FROM "${table}" LIMIT 1`);
    expect(inject("testServer").role).toBe("huiqitong_app");
  });

  it("is not changed by the owner of the tables either", async () => {
    expect(await process.prisma.policyItemVersion.count()).toBeGreaterThan(0);
    await expect(run(process.ownerUrl, `UPDATE "PolicyItemVersion" SET number = 9`)).rejects.toThrow(
      "PolicyItemVersion is append-only",
    );
    await process.prisma.auditEvent.create({
      data: { at: process.clock.now(), actorRole: "system", action: "test", subjectType: "Test", subjectId: "1" },
    });
    await expect(run(process.ownerUrl, `DELETE FROM "AuditEvent"`)).rejects.toThrow("AuditEvent is append-only");
  });

  it("is guarded by a trigger in each of the tables", async () => {
    const rows = await process.prisma.$queryRaw<{ table: string }[]>`
      SELECT c.relname::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname = 'refuse_change' AND t.tgenabled = 'O' ORDER BY 1`;
    expect(rows.map((row) => row.table)).toEqual(tables);
  });
});

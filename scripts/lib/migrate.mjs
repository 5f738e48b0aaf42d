import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join("prisma", "migrations");

/** The role the application runs as: neither owner nor superuser. */
export const applicationRole = "huiqitong_app";

/** Tables the application may add to and read, never change. */
const appendOnly = [
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
  "Transition",
  "PolicyItemVersion",
  "Recovery",
  "RecoveryReminder",
  "RuleCheck",
  "TermMove",
];

/** The migrations in order, with Prisma's checksum. */
export function migrations() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies what is missing, each migration in one transaction, and keeps Prisma's own record of it. `watch` is told how far
 * it has come.
 */
export async function migrate(client, watch = (_point) => {}) {
  await client.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
  const { rows } = await client.query(
    `SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const migration of migrations()) {
    await applyOne(client, migration, applied.get(migration.name), watch);
    watch("migration.committed");
  }
}

async function applyOne(client, { name, sql, checksum }, known, watch) {
  if (known === checksum) return;
  if (known)
    throw new Error(
      `migration ${name} was changed after it had been applied: add a new migration, or run npm run db:reset on a demo database`,
    );
  await client.query("BEGIN");
  try {
    await client.query(sql);
    watch("migration.applied");
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`migration ${name} failed: ${error.message}`, { cause: error });
  }
}

/** Makes the application's role where the server lets us, and gives it its rights. Null where roles can't be made. */
export async function grantApplicationRole(client, password = randomBytes(24).toString("hex")) {
  const { rows } = await client.query(
    "SELECT rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (!rows[0]?.may) return null;
  const exists = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [applicationRole]);
  await client.query(
    `${exists.rowCount ? "ALTER" : "CREATE"} ROLE ${applicationRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
  );
  await client.query(`GRANT USAGE ON SCHEMA public TO ${applicationRole}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${applicationRole}`);
  await client.query(`GRANT USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${applicationRole}`);
  await client.query(`GRANT USAGE ON SCHEMA matching TO ${applicationRole}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA matching TO ${applicationRole}`);
  await client.query(`GRANT EXECUTE ON FUNCTION matching.ensure_facts(JSONB) TO ${applicationRole}`);
  await client.query(`GRANT EXECUTE ON FUNCTION matching.ensure_settled(TEXT) TO ${applicationRole}`);
  await client.query(
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly.map((table) => `"${table}"`).join(", ")} FROM ${applicationRole}`,
  );
  // Only the trigger of the log, which runs as the owner, moves the ends of its chains.
  await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "AuditHead" FROM ${applicationRole}`);
  return { role: applicationRole, password };
}

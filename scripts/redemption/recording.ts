import type pg from "pg";
import { groupBy } from "~/kernel/group-by";
import { withClient } from "../lib/database.mjs";

/** One statement of a bare transaction: its name, so that the server prepares it once, its text and its values as text. */
export type Statement = { name: string; text: string; values: (string | null)[] };

type Change = { seq: string; transaction: string; table: string; old: Row | null; new: Row | null };
type Row = Record<string, string | null>;

/** Lets the database note every row that a transaction writes; those that triggers write only where asked. */
export async function startRecording(ownerUrl: string, { withTriggers }: { withTriggers: boolean }): Promise<void> {
  await withClient(ownerUrl, async (client: pg.Client) => {
    await client.query(`
      CREATE SCHEMA recording;
      CREATE TABLE recording.change (seq bigserial PRIMARY KEY, transaction text NOT NULL, "table" text NOT NULL, old jsonb, new jsonb);
      CREATE FUNCTION recording.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        IF pg_trigger_depth() > 1 AND NOT ${withTriggers} THEN RETURN NULL; END IF;
        INSERT INTO recording.change (transaction, "table", old, new) VALUES (pg_current_xact_id()::text, TG_TABLE_NAME, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
        RETURN NULL;
      END $$`);
    for (const table of await tablesOf(client))
      await client.query(
        `CREATE TRIGGER zz_recording AFTER INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION recording.note()`,
      );
  });
}

/** How far the recording has come. */
export async function placeInRecording(ownerUrl: string): Promise<bigint> {
  return (await withClient(ownerUrl, async (client: pg.Client) =>
    BigInt(
      (await client.query<{ last: string }>(`SELECT coalesce(max(seq), 0) AS last FROM recording.change`)).rows[0]
        ?.last ?? 0,
    ),
  )) as bigint;
}

/** The transactions that were noted, as bare statements, with the place of their first row. */
export async function readRecording(ownerUrl: string): Promise<{ place: bigint; statements: Statement[] }[]> {
  return (await withClient(ownerUrl, async (client: pg.Client) => {
    const { rows } = await client.query<{ seq: string; transaction: string; table: string }>(
      `SELECT seq, transaction, "table", old, new FROM recording.change ORDER BY seq`,
    );
    const texts = await textsOf(client);
    const keys = await keysOf(client);
    const ranks = await ranksOf(client);
    const changes = rows.map((row, index) => ({ ...row, ...texts[index] }) as Change);
    const transactions = groupBy(changes, ({ transaction }) => transaction);
    return [...transactions.values()].map((each) => ({
      place: BigInt(each[0]?.seq ?? 0),
      statements: statementsOf(each, keys, ranks),
    }));
  })) as { place: bigint; statements: Statement[] }[];
}

/** The noted rows once more with each value as the text that PostgreSQL reads it from. */
async function textsOf(client: pg.Client): Promise<{ old: Row | null; new: Row | null }[]> {
  const { rows } = await client.query<{ seq: string; table: string }>(
    `SELECT seq, "table" FROM recording.change ORDER BY seq`,
  );
  const bySeq = new Map<string, { old: Row | null; new: Row | null }>();
  for (const table of new Set(rows.map((row) => row.table))) {
    const columns = await client.query<{ column: string }>(
      `SELECT attname AS "column" FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [`"${table}"`],
    );
    const pairs = (row: string) =>
      `jsonb_build_object(${columns.rows.map(({ column }) => `'${column}', (r.${row})."${column}"::text`).join(", ")})`;
    const texts = await client.query<{ seq: string; old: Row | null; new: Row | null }>(
      `
      SELECT seq, CASE WHEN r.had THEN ${pairs("before")} END AS old, CASE WHEN r.has THEN ${pairs("after")} END AS new
      FROM (SELECT seq, old IS NOT NULL AS had, new IS NOT NULL AS has, jsonb_populate_record(NULL::"${table}", old) AS before, jsonb_populate_record(NULL::"${table}", new) AS after FROM recording.change WHERE "table" = $1) r`,
      [table],
    );
    for (const { seq, ...text } of texts.rows) bySeq.set(seq, text);
  }
  return rows.map(({ seq }) => bySeq.get(seq) ?? { old: null, new: null });
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return rows.map(({ name }) => name);
}

async function keysOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    SELECT c.relname AS "table", a.attname AS "column" FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey) WHERE i.indisprimary`);
  return new Map(
    [...groupBy(rows, ({ table }) => table)].map(([table, columns]) => [table, columns.map(({ column }) => column)]),
  );
}

/** How many tables a table stands below: a row is written after those that it refers to. */
async function ranksOf(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ table: string; refers: string }>(
    `SELECT c.relname AS "table", r.relname AS refers FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f' AND c.oid <> r.oid`,
  );
  const above = groupBy(rows, ({ table }) => table);
  const ranks = new Map<string, number>();
  const rank = (table: string): number => {
    const known = ranks.get(table);
    if (known !== undefined) return known;
    ranks.set(table, 0);
    const found = Math.max(0, ...(above.get(table) ?? []).map(({ refers }) => rank(refers) + 1));
    ranks.set(table, found);
    return found;
  };
  for (const table of above.keys()) rank(table);
  return ranks;
}

/** The net effect of one transaction: one insert a table with all its rows, one update a row of what changed in it. */
function statementsOf(
  changes: readonly Change[],
  keys: ReadonlyMap<string, string[]>,
  ranks: ReadonlyMap<string, number>,
): Statement[] {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const known = rows.get(identity(change, keys));
    if (known) known.new = change.new;
    else rows.set(identity(change, keys), { ...change });
  }
  const written = [...rows.values()];
  const fresh = [
    ...groupBy(
      written.filter((row) => row.old === null && row.new !== null),
      ({ table }) => table,
    ),
  ].sort(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const inserts = fresh.map(([table, fresh]) =>
    insert(
      table,
      fresh.flatMap((each) => (each.new ? [each.new] : [])),
    ),
  );
  const updates = written.flatMap((row) =>
    row.old && row.new ? update(row.table, row.old, row.new, keys.get(row.table) ?? []) : [],
  );
  if (written.some((row) => row.old && !row.new)) throw new Error("a row was deleted");
  return [...inserts, ...updates];
}

function identity({ table, old, new: fresh }: Change, keys: ReadonlyMap<string, string[]>): string {
  return [table, ...(keys.get(table) ?? []).map((column) => (fresh ?? old)?.[column] ?? "")].join(" ");
}

function insert(table: string, rows: readonly Row[]): Statement {
  const columns = Object.keys(rows[0] ?? {});
  const groups = rows.map(
    (_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(", ")})`,
  );
  return {
    name: `+${table}${rows.length}`,
    text: `INSERT INTO "${table}" (${columns.map(quoted).join(", ")}) VALUES ${groups.join(", ")}`,
    values: rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
  };
}

function update(table: string, old: Row, fresh: Row, key: readonly string[]): Statement[] {
  const changed = Object.keys(fresh).filter((column) => fresh[column] !== old[column]);
  if (changed.length === 0) return [];
  const sets = changed.map((column, index) => `"${column}" = $${index + 1}`).join(", ");
  const where = key.map((column, index) => `"${column}" = $${changed.length + index + 1}`).join(" AND ");
  const text = `UPDATE "${table}" SET ${sets} WHERE ${where}`;
  return [
    {
      name: `=${table} ${changed.join()}`.slice(0, 60),
      text,
      values: [...changed, ...key].map((column) => fresh[column] ?? null),
    },
  ];
}

const quoted = (column: string) => `"${column}"`;

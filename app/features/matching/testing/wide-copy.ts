import type pg from "pg";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { factSlots } from "../domain/evaluate/fact-slots";
import type { Verdict } from "../domain/evaluate/kleene";
import { buildRule } from "../domain/evaluate/rule";
import { sharedSource, sqlOfRules, type SqlRules } from "../domain/register/rule-sql";
import { wideRow } from "../domain/register/wide-row";

type Registry = Pick<Catalogue, "items" | "facts">;
type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: NodeJS.WritableStream;
};

/** A table like the wide one, numbered by `row`, that belongs to no firms: for trials with profiles of no register. */
export async function createTrialTable(client: pg.Client, name: string): Promise<void> {
  await client.query(
    `DROP TABLE IF EXISTS ${name}; CREATE UNLOGGED TABLE ${name} (LIKE matching."ProfileWide"); ALTER TABLE ${name} DROP COLUMN enterprise_id, DROP COLUMN reporting_year, ADD COLUMN row_number INTEGER`,
  );
}

/** Streams profiles into a trial table by COPY. */
export function copyProfiles(
  client: pg.Client,
  name: string,
  profiles: Iterable<Facts>,
  { facts: definitions }: Registry,
): Promise<number> {
  const facts = [...definitions.keys()];
  const columns = ["row_number", "odd_facts", ...facts.map((fact) => `"${fact}"`)].join(", ");
  let rows = 0;
  const lineOf = (profile: Facts) => {
    const { fitting, odd } = wideRow(profile, definitions);
    rows += 1;
    return [rows - 1, odd && JSON.stringify(odd), ...facts.map((fact) => fitting[fact] ?? null)].map(field).join("\t");
  };
  return copyIn(client, `COPY ${name} (${columns}) FROM STDIN`, linesIn(profiles, lineOf)).then(() => rows);
}

/** Makes a trial table of profiles, each `times` times. */
export async function repeatProfiles(
  client: pg.Client,
  name: string,
  profiles: Iterable<Facts>,
  times: number,
  catalogue: Registry,
): Promise<void> {
  await createTrialTable(client, name);
  const count = await copyProfiles(client, name, profiles, catalogue);
  const columns = [...catalogue.facts.keys()].map((fact) => `"${fact}"`).join(", ");
  if (times > 1) {
    await client.query(`INSERT INTO ${name} (row_number, odd_facts, ${columns})
      SELECT row_number + ${count} * time, odd_facts, ${columns} FROM generate_series(1, ${times - 1}) time, ${name}`);
  }
  await client.query(`VACUUM ANALYZE ${name}`);
}

function* linesIn(profiles: Iterable<Facts>, lineOf: (facts: Facts) => string): Generator<Buffer> {
  let lines: string[] = [];
  for (const facts of profiles) {
    lines.push(`${lineOf(facts)}\n`);
    if (lines.length < 200) continue;
    yield Buffer.from(lines.join(""));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(""));
}

function field(value: unknown): string {
  return value === null
    ? "\\N"
    : String(value).replace(
        /[\\\t\n\r]/g,
        (special) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[special] ?? special,
      );
}

/** node-postgres speaks COPY when a query of this form is submitted to it. */
function copyIn(client: pg.Client, text: string, chunks: Iterator<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const pump = (wire: Wire): void => {
      for (let next = chunks.next(); !next.done; next = chunks.next()) {
        wire.sendCopyFromChunk(next.value);
        if (!wire.stream.writable) return;
        if ((wire.stream as NodeJS.WritableStream & { writableNeedDrain: boolean }).writableNeedDrain)
          return void wire.stream.once("drain", () => pump(wire));
      }
      wire.endCopyFrom();
    };
    const nothing = () => undefined;
    client.query({
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse: pump,
      handleCommandComplete: nothing,
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handlePortalSuspended: nothing,
      handleEmptyQuery: nothing,
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    } as unknown as pg.Submittable);
  });
}

/** The conditions of all items, in the catalogue's order. */
export function catalogueInSql({ items, facts }: Registry, today: PlainDate): SqlRules {
  return sqlOfRules(
    items.map((item) => buildRule(item.conditions, factSlots())),
    facts,
    today,
  );
}

/** Verdicts of every item on every profile of a trial table by SQL; null for profiles with odd facts. */
export async function sqlTable(
  client: pg.Client,
  name: string,
  rules: SqlRules,
): Promise<(readonly (Verdict | null)[])[]> {
  await client.query("SET jit = off");
  const { rows } = await client.query<{ verdicts: (boolean | null)[] | null }>(
    `SELECT CASE WHEN odd_facts IS NULL THEN ARRAY[${rules.conditions.join(", ")}]::boolean[] END AS verdicts FROM ${sharedSource(rules, name)} judged ORDER BY row_number`,
  );
  const verdict = (holds: boolean | null | undefined) =>
    holds ? "eligible" : holds === null ? "unknown" : "ineligible";
  return rules.conditions.map((_condition, index) =>
    rows.map((row) => (row.verdicts ? verdict(row.verdicts[index]) : null)),
  );
}

/** Pairs SQL answers differently; profiles with odd facts are the closures' alone. */
export function sqlDisagreements(
  bySql: readonly (readonly (Verdict | null)[])[],
  others: readonly (readonly (Verdict | null)[])[],
): { pairs: number; wrong: number } {
  let pairs = 0;
  let wrong = 0;
  bySql.forEach((row, index) =>
    row.forEach((verdict, place) => {
      pairs += Number(verdict !== null);
      wrong += Number(verdict !== null && verdict !== others[index]?.[place]);
    }),
  );
  return { pairs, wrong };
}

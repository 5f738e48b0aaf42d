import { Prisma } from "~/generated/prisma/client";
import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import type { Tx } from "~/platform/db.server";
import type { SpanPassed } from "../domain/evaluate/passing-time";
import { sharedSource, type SqlRules } from "../domain/register/rule-sql";
import { columnType, wideRow } from "../domain/register/wide-row";

type Definitions = ReadonlyMap<string, FactDefinition>;
/** A profile to be held as a row; `year` is the year whose figures it shows. */
export type WideProfile = { enterpriseId: string; facts: Facts; year: number };

/**
 * Gives the wide table a column for every fact of the registry; its rows are filled again where a column is new or the registry
 * settles other facts than before. Returns how many columns were added or changed their type.
 */
export async function ensureFactColumns(tx: Tx, definitions: Definitions): Promise<number> {
  const types = Object.fromEntries(
    [...definitions.values()].map((definition) => [definition.name, columnType(definition)]),
  );
  const rows = await tx.$queryRaw<
    { changed: number }[]
  >`SELECT matching.ensure_facts(${JSON.stringify(types)}::jsonb) AS changed`;
  const settled = JSON.stringify(
    [...definitions.values()].flatMap(({ name, concerns, published }) =>
      concerns || published ? [[name, concerns, published]] : [],
    ),
  );
  await tx.$queryRaw`SELECT matching.ensure_settled(${settled})`;
  return rows[0]?.changed ?? 0;
}

/** Puts profiles in the place of the firms' rows. */
export async function writeWideRows(tx: Tx, profiles: readonly WideProfile[], definitions: Definitions): Promise<void> {
  const rows = profiles.map(({ enterpriseId, facts, year }) => {
    const { fitting, odd } = wideRow(facts, definitions);
    return { ...fitting, enterprise_id: enterpriseId, reporting_year: year, odd_facts: odd };
  });
  const ids = profiles.map(({ enterpriseId }) => enterpriseId);
  await tx.$executeRaw`DELETE FROM matching."ProfileWide" WHERE enterprise_id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO matching."ProfileWide"
    SELECT * FROM jsonb_populate_recordset(NULL::matching."ProfileWide", ${JSON.stringify(rows)}::jsonb)`;
}

/** Has these firms' rows filled again. */
export async function markStale(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE matching."ProfileWide" SET reporting_year = 0 WHERE enterprise_id = ANY(${[...ids]}::uuid[])`;
}

/** Firms without a row, or with one to be filled again. */
export async function firmsWithoutRow(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "Enterprise" e LEFT JOIN matching."ProfileWide" w ON w.enterprise_id = e.id
    WHERE w.reporting_year IS NULL OR w.reporting_year = 0 LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/** Firms whose row shows another year than the one that counts now. */
export async function firmsOfAnotherYear(tx: Tx, year: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT enterprise_id AS id FROM matching."ProfileWide" WHERE reporting_year NOT IN (0, ${year})`;
  return rows.map((row) => row.id);
}

/** Firms of a place: its code without the zeros at its end begins theirs. */
export async function firmsOfPlace(tx: Tx, region: string): Promise<string[]> {
  const prefix = region.replace(/(00)+$/, "");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT enterprise_id AS id FROM matching."ProfileWide" WHERE starts_with("region", ${prefix})`;
  return rows.map((row) => row.id);
}

/** Firms of which a date or year lies in one of the spans. */
export async function firmsDatedIn(tx: Tx, spans: readonly SpanPassed[]): Promise<string[]> {
  if (spans.length === 0) return [];
  const within = spans.map(({ fact, since, until }) => {
    const column = Prisma.raw(`"${fact}"`);
    return Prisma.sql`(${column} >= ${since} AND ${column} < ${until})`;
  });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT enterprise_id AS id FROM matching."ProfileWide" WHERE ${Prisma.join(within, " OR ")}`;
  return rows.map((row) => row.id);
}

/** One firm: for each rule true, false or null (cannot be told), and those of the facts asked for that are known. */
export type Judged = { enterpriseId: string; verdicts: readonly (boolean | null)[]; facts: Facts };

/**
 * Judges firms by many rules as SQL (see `sqlOfRules`) in one scan, without the just-in-time compiler (it costs more than it saves here).
 * Firms with odd facts are left out.
 */
export async function judgeInSql(
  tx: Tx,
  rules: SqlRules,
  enterpriseIds: readonly string[],
  facts: readonly string[],
): Promise<Judged[]> {
  await tx.$executeRaw`SET LOCAL jit = off`;
  const source = Prisma.raw(sharedSource(rules, "chosen"));
  const verdicts = Prisma.raw(rules.conditions.join(", "));
  const wanted = facts.map((fact) => Prisma.raw(`, "${fact}"`));
  const rows = await tx.$queryRaw<({ enterprise_id: string; firm_verdicts: (boolean | null)[] } & Facts)[]>`
    WITH chosen AS NOT MATERIALIZED (${chosen(enterpriseIds)})
    SELECT enterprise_id, ARRAY[${verdicts}]::boolean[] AS firm_verdicts${Prisma.join([Prisma.empty, ...wanted], "")}
    FROM ${source} judged WHERE odd_facts IS NULL`;
  return rows.map(({ enterprise_id: enterpriseId, firm_verdicts, ...own }) => ({
    enterpriseId,
    verdicts: firm_verdicts,
    facts: known(own),
  }));
}

/** Whole profiles of firms, to be judged by closures. */
export async function wholeProfiles(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<{ enterpriseId: string; facts: Facts }[]> {
  const rows = await tx.$queryRaw<{ id: string; facts: Facts }[]>`
    SELECT enterprise_id AS id,
      jsonb_strip_nulls(to_jsonb(w) - 'enterprise_id' - 'reporting_year' - 'odd_facts') || coalesce(odd_facts, '{}') AS facts
    FROM (${chosen(enterpriseIds)}) w`;
  return rows.map(({ id, facts }) => ({ enterpriseId: id, facts }));
}

/** The ids of the next firms after one; null: from the first on. */
export async function nextFirms(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT enterprise_id AS id FROM matching."ProfileWide" WHERE ${after}::uuid IS NULL OR enterprise_id > ${after}::uuid ORDER BY enterprise_id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

function chosen(enterpriseIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT * FROM matching."ProfileWide" WHERE enterprise_id = ANY(${[...enterpriseIds]}::uuid[])`;
}

function known(facts: Readonly<Record<string, Facts[string] | null>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, Facts[string]] => entry[1] !== null),
  );
}

import { Prisma } from "~/generated/prisma/client";
import type { FactDefinition, Facts } from "~/features/policies/domain/policy-item";
import type { Tx } from "~/platform/db.server";
import type { SpanPassed } from "../domain/passing-time";
import { columnType, wideRow } from "../domain/wide-row";

type Definitions = ReadonlyMap<string, FactDefinition>;
/** A profile to be held as a row; `year` is the year whose figures it shows. */
export type WideProfile = { enterpriseId: string; facts: Facts; year: number };

/** Gives the wide table a column for every fact of the registry. Returns how many were added or changed their type. */
export async function ensureFactColumns(tx: Tx, definitions: Definitions): Promise<number> {
  const types = Object.fromEntries([...definitions.values()].map((definition) => [definition.name, columnType(definition)]));
  const rows = await tx.$queryRaw<{ changed: number }[]>`SELECT matching.ensure_facts(${JSON.stringify(types)}::jsonb) AS changed`;
  return rows[0]?.changed ?? 0;
}

/** Puts a profile in the place of the firm's row. Names of columns come from the registry alone. */
export async function writeWideRow(tx: Tx, { enterpriseId, facts, year }: WideProfile, definitions: Definitions): Promise<void> {
  const { fitting, odd } = wideRow(facts, definitions);
  const known = Object.entries(fitting);
  const names = [Prisma.empty, ...known.map(([fact]) => Prisma.raw(`, "${fact}"`))];
  const values = [Prisma.empty, ...known.map(([, value]) => Prisma.sql`, ${value}`)];
  await tx.$executeRaw`DELETE FROM matching."ProfileWide" WHERE enterprise_id = ${enterpriseId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO matching."ProfileWide" (enterprise_id, reporting_year, odd_facts${Prisma.join(names, "")})
    VALUES (${enterpriseId}::uuid, ${year}, ${odd && JSON.stringify(odd)}::jsonb${Prisma.join(values, "")})`;
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

/** Firms whose date lies in the span. */
export async function firmsDatedIn(tx: Tx, { fact, since, until }: SpanPassed): Promise<string[]> {
  const column = Prisma.raw(`"${fact}"`);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT enterprise_id AS id FROM matching."ProfileWide" WHERE ${column} >= ${since} AND ${column} < ${until}`;
  return rows.map((row) => row.id);
}

/** Whom to judge: firms of these places (null: of all), of these firms (null: of all). */
export type Scope = { regionCodes: readonly string[] | null; enterpriseIds: readonly string[] | null };
/** A firm the condition does not rule out: true, or null for cannot tell; `facts` those asked for that are known. */
export type Judged = { enterpriseId: string; holds: boolean | null; facts: Facts };

/**
 * Judges firms by a rule as SQL (see `sqlOf`) in one scan, without the just-in-time compiler (it costs more than it saves
 * here). Firms with odd facts are left out.
 */
export async function judgeInSql(tx: Tx, condition: string, scope: Scope, facts: readonly string[]): Promise<Judged[]> {
  await tx.$executeRaw`SET LOCAL jit = off`;
  const wanted = facts.map((fact) => Prisma.raw(`, "${fact}"`));
  const rows = await tx.$queryRaw<({ enterprise_id: string; holds: boolean | null } & Facts)[]>`
    SELECT enterprise_id, holds${Prisma.join([Prisma.empty, ...wanted], "")}
    FROM (SELECT *, ${Prisma.raw(condition)} AS holds FROM matching."ProfileWide" WHERE odd_facts IS NULL AND ${within(scope)} OFFSET 0) judged
    WHERE holds IS NOT FALSE`;
  return rows.map(({ enterprise_id: enterpriseId, holds, ...own }) => ({ enterpriseId, holds, facts: known(own) }));
}

/** Whole profiles of firms with odd facts, to be judged by closures. */
export async function oddProfiles(tx: Tx, scope: Scope): Promise<{ enterpriseId: string; facts: Facts }[]> {
  const rows = await tx.$queryRaw<{ id: string; facts: Facts }[]>`
    SELECT enterprise_id AS id, jsonb_strip_nulls(to_jsonb(w) - 'enterprise_id' - 'reporting_year' - 'odd_facts') || odd_facts AS facts
    FROM matching."ProfileWide" w WHERE odd_facts IS NOT NULL AND ${within(scope)}`;
  return rows.map(({ id, facts }) => ({ enterpriseId: id, facts }));
}

function within({ regionCodes, enterpriseIds }: Scope): Prisma.Sql {
  const places = regionCodes ? Prisma.sql`"region" = ANY(${[...regionCodes]}::text[])` : Prisma.sql`TRUE`;
  return enterpriseIds ? Prisma.sql`${places} AND enterprise_id = ANY(${[...enterpriseIds]}::uuid[])` : places;
}

function known(facts: Readonly<Record<string, Facts[string] | null>>): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Facts[string]] => entry[1] !== null));
}

import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import type { FactRecord } from "../domain/profile";

const base = {
  id: true,
  creditCode: true,
  name: true,
  legalForm: true,
  regionCode: true,
  park: true,
  industryCode: true,
  size: true,
  registeredOn: true,
  codeState: true,
  version: true,
} as const;

/** Of a statement what the domain knows. */
export const statement = {
  fact: true,
  year: true,
  value: true,
  source: true,
  saidById: true,
  saidAt: true,
  authority: true,
  validTo: true,
  basis: true,
  deliveryId: true,
  absent: true,
} as const;

/** The firm's own row, allow-listed. */
export function findEnterprise(tx: Tx, enterpriseId: string) {
  return tx.enterprise.findUnique({ where: { id: enterpriseId }, select: base });
}

export type EnterpriseRow = NonNullable<Awaited<ReturnType<typeof findEnterprise>>>;

/** Everything that currently holds for a firm, by fact and year. */
export async function currentRecords(tx: Tx, enterpriseId: string): Promise<FactRecord[]> {
  const rows = await tx.enterpriseFact.findMany({
    where: { enterpriseId, supersededAt: null },
    select: statement,
    orderBy: { id: "asc" },
  });
  return rows.map(asRecord);
}

/** What was said before about these facts and no longer holds, the latest first. */
export async function earlierRecords(
  tx: Tx,
  enterpriseId: string,
  facts: readonly string[],
  most: number,
): Promise<FactRecord[]> {
  const rows = await tx.enterpriseFact.findMany({
    where: { enterpriseId, fact: { in: [...facts] }, supersededAt: { not: null } },
    select: statement,
    orderBy: { id: "desc" },
    take: most,
  });
  return rows.map(asRecord);
}

type StoredFact = {
  fact: string;
  year: number;
  value: unknown;
  source: string;
  saidById: string | null;
  saidAt: Date;
  authority: string | null;
  validTo: string | null;
  basis: string | null;
  deliveryId: string | null;
  absent: boolean;
};

/** A statement as the domain knows it. */
export function asRecord({ year, value, source, saidById, ...stored }: StoredFact): FactRecord {
  return {
    ...stored,
    year: year === 0 ? null : year,
    value: value as FactValue,
    source: source as FactRecord["source"],
    saidBy: saidById,
  };
}

export type Statement = {
  fact: string;
  year: number | null;
  /** null takes the statement back: the fact is unknown again */
  value: FactValue | null;
  source: "declared" | "verified" | "imported";
  authority: string | null;
  /** first and last day on which it holds; left out: no end is known */
  validFrom?: PlainDate | null;
  validTo?: PlainDate | null;
  /** the file or list it comes from, with its day */
  basis?: string;
  /** what handed it over */
  deliveryId?: string;
  /** said by a complete list that does not name the firm */
  absent?: boolean;
};

/** What is said about one firm. */
export type FirmStatements = { enterpriseId: string; statements: readonly Statement[] };

/** Replaces what was said about these facts; the old statements stay as history. */
export async function replaceStatements(
  tx: Tx,
  ofFirms: readonly FirmStatements[],
  said: { by: string | null; at: Date },
): Promise<void> {
  const rows = ofFirms.flatMap(({ enterpriseId, statements }) =>
    statements.map(({ year, ...statement }) => ({ enterpriseId, year: year ?? 0, ...statement })),
  );
  const keys = rows.map(({ enterpriseId, fact, year }) => ({ enterpriseId, fact, year }));
  await tx.$executeRaw`
    UPDATE "EnterpriseFact" e SET "supersededAt" = ${said.at} FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS s("enterpriseId" uuid, fact text, year integer)
    WHERE e."enterpriseId" = s."enterpriseId" AND e.fact = s.fact AND e.year = s.year AND e."supersededAt" IS NULL`;
  await tx.enterpriseFact.createMany({
    data: rows.flatMap(({ value, ...row }) =>
      value === null ? [] : [{ ...row, value: value as Prisma.InputJsonValue, saidById: said.by, saidAt: said.at }],
    ),
  });
}

/**
 * Takes back what a delivery said and nobody has said otherwise since: what held before it holds again, known anew from then on.
 * @returns the firms it spoke of
 */
export async function takeBackStatements(tx: Tx, deliveryId: string, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH taken AS (
      UPDATE "EnterpriseFact" SET "supersededAt" = ${at} WHERE "deliveryId" = ${deliveryId}::uuid AND "supersededAt" IS NULL
      RETURNING "enterpriseId", fact, year, "saidAt"
    ), restored AS (
      INSERT INTO "EnterpriseFact" ("enterpriseId", fact, year, value, source, "saidById", "saidAt", authority, "validFrom", "validTo", basis, "deliveryId", absent, "knownFrom")
      SELECT b."enterpriseId", b.fact, b.year, b.value, b.source, b."saidById", b."saidAt", b.authority, b."validFrom", b."validTo", b.basis, b."deliveryId", b.absent, ${at}
      FROM taken t JOIN "EnterpriseFact" b ON b."enterpriseId" = t."enterpriseId" AND b.fact = t.fact AND b.year = t.year AND b."supersededAt" = t."saidAt"
    )
    SELECT DISTINCT "enterpriseId"::text AS id FROM taken ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** Keeps the size classes derived from the figures beside the firms, for lists and totals. */
export async function keepSizes(tx: Tx, sizes: readonly { id: string; size: string | null }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Enterprise" e SET size = s.size, version = e.version + 1 FROM jsonb_to_recordset(${JSON.stringify(sizes)}::jsonb) AS s(id uuid, size text) WHERE e.id = s.id`;
}

/** Which of these codes are registered. */
export async function existingCodes(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.enterprise.findMany({
    where: { creditCode: { in: [...codes] } },
    select: { creditCode: true },
  });
  return new Set(rows.map((row) => row.creditCode));
}

type FirmRow = {
  creditCode: string;
  name: string;
  legalForm: string;
  regionCode: string;
  industryCode: string;
  park: string | null;
  registeredOn: string | null;
};

/** Registers firms, the new ones under the ids given, and brings those already registered up to date. @returns ids by code */
export async function upsertFirms(
  tx: Tx,
  firms: readonly (FirmRow & { id: string; codeState: "sound" | "toConfirm" })[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; creditCode: string }[]>`
    INSERT INTO "Enterprise" (id, "creditCode", name, "legalForm", "regionCode", "industryCode", park, "registeredOn", "codeState", "createdAt")
    SELECT f.id, f."creditCode", f.name, f."legalForm", f."regionCode", f."industryCode", f.park, f."registeredOn", f."codeState", ${now}
    FROM jsonb_to_recordset(${JSON.stringify(firms)}::jsonb) AS f(id uuid, "creditCode" text, name text, "legalForm" text, "regionCode" text, "industryCode" text, park text, "registeredOn" text, "codeState" text)
    ON CONFLICT ("creditCode") DO UPDATE SET name = EXCLUDED.name, "legalForm" = EXCLUDED."legalForm", "regionCode" = EXCLUDED."regionCode", "industryCode" = EXCLUDED."industryCode",
      park = EXCLUDED.park, "registeredOn" = EXCLUDED."registeredOn", version = "Enterprise".version + 1
    RETURNING id::text AS id, "creditCode"`;
  return new Map(rows.map(({ id, creditCode }) => [creditCode, id]));
}

/** Registered firms by code. */
export function firmsByCode(tx: Tx, codes: readonly string[]) {
  return tx.enterprise.findMany({
    where: { creditCode: { in: [...codes] } },
    select: { id: true, creditCode: true, regionCode: true, codeState: true },
  });
}

/** Those of these firms whose code nobody has confirmed, or that was refused. */
export function firmsInDoubt(tx: Tx, ids: readonly string[]) {
  return tx.enterprise.findMany({
    where: { id: { in: [...ids] }, codeState: { in: ["toConfirm", "refused"] } },
    select: { id: true, name: true },
  });
}

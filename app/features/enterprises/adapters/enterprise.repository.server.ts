import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { FactValue } from "~/features/policies/domain/policy-item";
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
  version: true,
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
    select: { fact: true, year: true, value: true, source: true, saidById: true, saidAt: true, authority: true },
    orderBy: { id: "asc" },
  });
  return rows.map(asRecord);
}

/** What was said before about these facts and no longer holds, the latest first. */
export async function earlierRecords(tx: Tx, enterpriseId: string, facts: readonly string[], most: number): Promise<FactRecord[]> {
  const rows = await tx.enterpriseFact.findMany({ where: { enterpriseId, fact: { in: [...facts] }, supersededAt: { not: null } }, orderBy: { id: "desc" }, take: most });
  return rows.map(asRecord);
}

type StoredFact = { fact: string; year: number; value: unknown; source: string; saidById: string | null; saidAt: Date; authority: string | null };

function asRecord({ fact, year, value, source, saidById, saidAt, authority }: StoredFact): FactRecord {
  return { fact, year: year === 0 ? null : year, value: value as FactValue, source: source as FactRecord["source"], saidBy: saidById, saidAt, authority };
}

export type Statement = {
  fact: string;
  year: number | null;
  /** null takes the statement back: the fact is unknown again */
  value: FactValue | null;
  source: "declared" | "verified" | "imported";
  authority: string | null;
};

/** Replaces what was said about these facts; the old statements stay as history. */
export async function replaceStatements(
  tx: Tx,
  enterpriseId: string,
  statements: readonly Statement[],
  said: { by: string | null; at: Date },
): Promise<void> {
  for (const { fact, year } of statements) {
    await tx.enterpriseFact.updateMany({
      where: { enterpriseId, fact, year: year ?? 0, supersededAt: null },
      data: { supersededAt: said.at },
    });
  }
  await tx.enterpriseFact.createMany({
    data: statements.flatMap(({ fact, year, value, source, authority }) =>
      value === null
        ? []
        : [{ enterpriseId, fact, year: year ?? 0, value: value as Prisma.InputJsonValue, source, authority, saidById: said.by, saidAt: said.at }],
    ),
  });
}

/** Keeps the size class derived from the figures beside the firm, for lists and totals. */
export function keepSize(tx: Tx, enterpriseId: string, size: string | null) {
  return tx.enterprise.update({ where: { id: enterpriseId }, data: { size, version: { increment: 1 } } });
}

/** Which of these codes are registered. */
export async function existingCodes(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.enterprise.findMany({ where: { creditCode: { in: [...codes] } }, select: { creditCode: true } });
  return new Set(rows.map((row) => row.creditCode));
}

type FirmRow = { creditCode: string; name: string; legalForm: string; regionCode: string; industryCode: string; park: string | null; registeredOn: string | null };

/** Registers a firm, or brings a registered one up to date. */
export async function upsertFirm(tx: Tx, firm: FirmRow, now: Date): Promise<string> {
  const { id } = await tx.enterprise.upsert({
    where: { creditCode: firm.creditCode },
    create: { ...firm, createdAt: now },
    update: { ...firm, version: { increment: 1 } },
    select: { id: true },
  });
  return id;
}

/** Registered firms by code. */
export function firmsByCode(tx: Tx, codes: readonly string[]) {
  return tx.enterprise.findMany({ where: { creditCode: { in: [...codes] } }, select: { id: true, creditCode: true, regionCode: true } });
}

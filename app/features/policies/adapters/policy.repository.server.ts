import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Catalogue } from "../domain/catalogue";
import type { PublishedItem } from "../domain/published-catalogue";
import { searchTokens } from "./search-tokens.server";

export type NewVersion = PublishedItem & { publishedAt: Date };

/** Current version of each item that has not been withdrawn. */
export async function currentVersions(tx: Tx): Promise<Map<string, { versionId: string; number: number; contentHash: string }>> {
  const rows = await tx.policyItem.findMany({
    where: { withdrawnAt: null, currentVersionId: { not: null } },
    select: { id: true, currentVersion: { select: { id: true, number: true, contentHash: true } } },
  });
  return new Map(
    rows.flatMap(({ id, currentVersion: version }) =>
      version ? [[id, { versionId: version.id, number: version.number, contentHash: version.contentHash }]] : [],
    ),
  );
}

export async function upsertDepartments(tx: Tx, departments: Catalogue["departments"]): Promise<void> {
  const known = new Set((await tx.department.findMany({ select: { id: true } })).map((row) => row.id));
  const rows = departments.map(({ id, level, zh, en, authority, names }) => ({ id, level, zh, en, authority, names: [...names] }));
  await tx.department.createMany({ data: rows.filter((row) => !known.has(row.id)) });
}

export async function upsertItems(tx: Tx, catalogue: Catalogue, versions: readonly NewVersion[]): Promise<void> {
  const known = new Set((await tx.policyItem.findMany({ select: { id: true } })).map((row) => row.id));
  const rows = versions.map((version) => itemRow(catalogue, version));
  await tx.policyItem.createMany({ data: rows.filter((row) => !known.has(row.id)) });
  for (const { id, ...row } of rows.filter((each) => known.has(each.id))) await tx.policyItem.update({ where: { id }, data: row });
}

export async function writeVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.policyItemVersion.createMany({
    data: versions.map(({ versionId, number, contentHash, item, redemption, publishedAt }) => ({
      id: versionId,
      itemId: item.id,
      number,
      contentHash,
      content: item as unknown as Prisma.InputJsonValue,
      redemption: redemption as unknown as Prisma.InputJsonValue,
      publishedAt,
    })),
  });
  const ids = versions.map((version) => version.versionId);
  await tx.$executeRaw`
    UPDATE "PolicyItem" i SET "currentVersionId" = v.id, "withdrawnAt" = NULL
    FROM "PolicyItemVersion" v WHERE v."itemId" = i.id AND v.id = ANY(${ids}::uuid[])`;
}

export async function withdrawMissing(tx: Tx, present: readonly string[], now: Date): Promise<void> {
  await tx.policyItem.updateMany({ where: { id: { notIn: [...present] }, withdrawnAt: null }, data: { withdrawnAt: now } });
}

function itemRow(catalogue: Catalogue, { item, redemption }: NewVersion) {
  const { document } = item;
  return {
    id: item.id,
    documentId: catalogue.documentIdOf(item.id),
    documentTitle: document.title,
    title: item.title,
    summary: item.summary,
    level: item.level,
    regionCode: item.region,
    departmentId: redemption.leadDepartmentId,
    theme: item.theme,
    support: item.support,
    mode: item.mode,
    effect: item.amount.effect,
    validFrom: document.validFrom,
    validTo: document.validTo,
    searchTokens: searchTokens(item.title, item.summary, document.title, document.number, item.department, item.theme),
  };
}

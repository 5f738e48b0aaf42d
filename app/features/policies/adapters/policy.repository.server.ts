import type { Tx } from "~/platform/db.server";
import type { Catalogue } from "../domain/catalogue";
import type { StoredItem } from "../domain/file-decision";
import type { PublishedItem } from "../domain/published-catalogue";
import { itemRow, upsertDocuments, type NewVersion } from "./policy-rows.server";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";
import { toJson } from "~/platform/json-column";

/** One publisher at a time: two that start together must not both write version n + 1. Held until the transaction ends. */
export async function lockPublishing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(340500)`;
}

/** Every item that has a version, withdrawn ones too. */
export async function storedItems(tx: Tx): Promise<Map<string, StoredItem>> {
  const rows = await tx.policyItem.findMany({
    where: { currentVersionId: { not: null } },
    select: {
      id: true,
      fileHash: true,
      withdrawnAt: true,
      currentVersion: { select: { id: true, number: true, contentHash: true, origin: true, endsOn: true } },
    },
  });
  return new Map(
    rows.flatMap(({ id, fileHash, withdrawnAt, currentVersion: version }) => {
      if (!version) return [];
      const { id: versionId, number, contentHash, endsOn } = version;
      return [
        [
          id,
          {
            versionId,
            number,
            contentHash,
            endsOn,
            origin: version.origin as StoredItem["origin"],
            withdrawn: withdrawnAt !== null,
            fileHash,
          },
        ],
      ];
    }),
  );
}

/** Current versions by id of the item; `only` names the items wanted. Items that were withdrawn are left out. */
export async function readCurrentVersions(
  tx: Tx,
  only?: readonly string[],
): Promise<(PublishedItem & { documentId: string })[]> {
  const rows = await tx.policyItem.findMany({
    where: { withdrawnAt: null, currentVersionId: { not: null }, ...(only ? { id: { in: [...only] } } : {}) },
    select: {
      documentId: true,
      currentVersion: { select: { id: true, number: true, contentHash: true, content: true, redemption: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ documentId, currentVersion: version }) => {
    if (!version) return [];
    const { id: versionId, number, contentHash, content, redemption } = version;
    return [
      {
        documentId,
        versionId,
        number,
        contentHash,
        item: readItem(content),
        redemption: readConfig(redemption),
      },
    ];
  });
}

/** Which version each item in force has; cheap enough to be asked at every round. */
export async function currentVersionIds(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.policyItem.findMany({
    where: { withdrawnAt: null, currentVersionId: { not: null } },
    select: { id: true, currentVersionId: true },
  });
  return new Map(
    rows.flatMap(({ id, currentVersionId }) => (currentVersionId ? [[id, currentVersionId] as const] : [])),
  );
}

export async function upsertDepartments(tx: Tx, departments: Catalogue["departments"]): Promise<void> {
  const known = new Set((await tx.department.findMany({ select: { id: true } })).map((row) => row.id));
  const rows = departments.map(({ id, level, zh, en, authority, names }) => ({
    id,
    level,
    zh,
    en,
    authority,
    names: [...names],
  }));
  await tx.department.createMany({ data: rows.filter((row) => !known.has(row.id)) });
}

export async function upsertItems(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await upsertDocuments(tx, versions);
  const known = new Set((await tx.policyItem.findMany({ select: { id: true } })).map((row) => row.id));
  const rows = versions.map(itemRow);
  await tx.policyItem.createMany({ data: rows.filter((row) => !known.has(row.id)) });
  for (const { id, ...row } of rows.filter((each) => known.has(each.id)))
    await tx.policyItem.update({ where: { id }, data: row });
}

export async function writeVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.policyItemVersion.createMany({
    data: versions.map(({ versionId, number, contentHash, item, redemption, publishedAt, origin, endsOn }) => ({
      id: versionId,
      itemId: item.id,
      number,
      contentHash,
      content: toJson(item),
      redemption: toJson(redemption),
      publishedAt,
      origin,
      endsOn,
    })),
  });
  const ids = versions.map((version) => version.versionId);
  await tx.$executeRaw`
    UPDATE "PolicyItem" i SET "currentVersionId" = v.id, "withdrawnAt" = NULL
    FROM "PolicyItemVersion" v WHERE v."itemId" = i.id AND v.id = ANY(${ids}::uuid[])`;
}

/** Notes which files were followed and which wait; items that are offered again are no longer withdrawn. */
export async function noteFiles(
  tx: Tx,
  files: {
    followed: readonly { id: string; hash: string }[];
    waiting: readonly { id: string; hash: string }[];
    restored: readonly string[];
  },
): Promise<void> {
  const { followed, waiting, restored } = files;
  await tx.$executeRaw`
    UPDATE "PolicyItem" i SET "fileHash" = f.hash FROM unnest(${followed.map(({ id }) => id)}::text[], ${followed.map(({ hash }) => hash)}::text[]) AS f(id, hash)
    WHERE i.id = f.id AND i."fileHash" IS DISTINCT FROM f.hash`;
  await tx.$executeRaw`
    UPDATE "PolicyItem" i SET "waitingFileHash" = f.hash
    FROM "PolicyItem" o LEFT JOIN unnest(${waiting.map(({ id }) => id)}::text[], ${waiting.map(({ hash }) => hash)}::text[]) AS f(id, hash) ON f.id = o.id
    WHERE o.id = i.id AND i."waitingFileHash" IS DISTINCT FROM f.hash`;
  if (restored.length > 0)
    await tx.policyItem.updateMany({ where: { id: { in: [...restored] } }, data: { withdrawnAt: null } });
}

/** Withdraws items that left the files and names them; what was published in the workbench has no file to leave. */
export async function withdrawMissing(tx: Tx, present: readonly string[], now: Date): Promise<string[]> {
  const gone = await tx.policyItem.findMany({
    where: { id: { notIn: [...present] }, withdrawnAt: null, currentVersion: { origin: "file" } },
    select: { id: true },
  });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.policyItem.updateMany({ where: { id: { in: ids } }, data: { withdrawnAt: now } });
  return ids;
}

/** Items whose rules/ file was changed against a version of the workbench. */
export function waitingItems(tx: Tx): Promise<{ id: string; title: string }[]> {
  return tx.policyItem.findMany({
    where: { waitingFileHash: { not: null } },
    select: { id: true, title: true },
    orderBy: { id: "asc" },
  });
}

/** Ids of all items of a document, withdrawn ones too. */
export async function itemIdsOf(tx: Tx, documentId: string): Promise<string[]> {
  return (await tx.policyItem.findMany({ where: { documentId }, select: { id: true } })).map(({ id }) => id);
}

/** Items whose planned last day has passed and that are still offered. */
export function endedItems(tx: Tx, today: string): Promise<{ id: string; versionId: string; endsOn: string }[]> {
  return tx.$queryRaw`
    SELECT i.id, v.id::text AS "versionId", v."endsOn"
    FROM "PolicyItem" i JOIN "PolicyItemVersion" v ON v.id = i."currentVersionId"
    WHERE i."withdrawnAt" IS NULL AND v."endsOn" < ${today} ORDER BY i.id`;
}

/** Takes an item out of what is offered. False when somebody else did. */
export async function withdrawItem(tx: Tx, id: string, versionId: string, now: Date): Promise<boolean> {
  const { count } = await tx.policyItem.updateMany({
    where: { id, currentVersionId: versionId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count === 1;
}

/** The titles of items, withdrawn ones too. */
export function titlesOf(tx: Tx, ids: readonly string[]) {
  return tx.policyItem.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, titleEn: true },
  });
}

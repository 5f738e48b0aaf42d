import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { canonicalJson } from "~/kernel/canonical-json";
import type { PublishedItem } from "../domain/published-catalogue";
import { documentTermOf } from "../domain/stated-term";
import { termOf, type Dated } from "../domain/validity";
import { searchTokens } from "./search-tokens.server";

export type NewVersion = PublishedItem & {
  publishedAt: Date;
  documentId: string;
  origin: "file" | "workbench";
  endsOn: string | null;
};

/** The row of an item: what lists are searched and narrowed by, and what `policy_state` reads. */
export function itemRow({ item, redemption, documentId }: NewVersion) {
  const { document } = item;
  return {
    id: item.id,
    documentId,
    documentTitle: document.title,
    title: item.title,
    titleEn: item.english?.title ?? null,
    summary: item.summary,
    level: item.level,
    regionCode: item.region,
    departmentId: redemption.leadDepartmentId,
    theme: item.theme,
    support: item.support,
    mode: item.mode,
    effect: item.amount.effect,
    ...termColumns(item),
    searchTokens: searchTokens(
      item.title,
      item.summary,
      ...(item.english ? [item.english.title, item.english.summary] : []),
      document.title,
      document.number,
      item.department,
      item.theme,
    ),
  };
}

function termColumns(item: Dated) {
  const { from, until, validity } = termOf(item);
  const { known = "unknown", norm, change } = validity ?? {};
  return {
    validFrom: from,
    validTo: until,
    known,
    hasNorm: norm !== undefined,
    normUntil: norm?.until ?? null,
    changeKind: change?.kind ?? null,
    changedOn: change?.on ?? null,
  };
}

/** The documents of some versions, each once, as the last of them says it. */
export async function upsertDocuments(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  const last = new Map(versions.map((version) => [version.documentId, version]));
  const stored = await tx.policyDocument.findMany({
    where: { id: { in: [...last.keys()] } },
    select: { id: true, number: true, validFrom: true, validTo: true, validity: true },
  });
  const known = new Map(stored.map(({ id, ...term }) => [id, canonicalJson(term)]));
  await tx.policyDocument.createMany({
    data: [...last.values()].map(documentRow).filter(({ id }) => !known.has(id)),
  });
  for (const version of last.values()) {
    const { id, ...data } = documentRow(version);
    if (!known.has(id)) continue;
    const changes = known.get(id) !== canonicalJson(documentTermOf(version.item.document));
    await tx.policyDocument.update({ where: { id }, data: { ...data, ...(changes ? raised : {}) } });
  }
}

const raised = { version: { increment: 1 } };

function documentRow({ documentId, item: { document } }: NewVersion) {
  const { title, number, issuer, issuedOn, validFrom, validTo, validity, demo } = document;
  return {
    id: documentId,
    title,
    number,
    issuer,
    issuedOn,
    validFrom,
    validTo,
    validity: validity ?? Prisma.DbNull,
    demo: demo === true,
  };
}

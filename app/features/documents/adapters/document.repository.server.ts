import type { UserActor } from "~/access/actor";
import { casesVisibleTo } from "~/features/redemption/domain/desk-scope";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Holds an order until the transaction ends, so that the same one is not carried out twice at the same time. */
export async function holdOrder(tx: Tx, orderKey: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${orderKey}, 40))`;
}

export function findByOrder(tx: Tx, orderKey: string) {
  return tx.issuedDocument.findUnique({ where: { orderKey }, select: { id: true } });
}

/** The next serial of a mark and year; others wait until the transaction ends, so that there are no gaps. */
export async function nextSerial(tx: Tx, mark: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "DocumentCounter" (mark, year, last) VALUES (${mark}, ${year}, 1)
    ON CONFLICT (mark, year) DO UPDATE SET last = "DocumentCounter".last + 1 RETURNING last`;
  return row?.last ?? 0;
}

export function insertDocument(tx: Tx, data: Prisma.IssuedDocumentUncheckedCreateInput) {
  return tx.issuedDocument.create({ data, select: { id: true } });
}

const listed = {
  id: true,
  kind: true,
  number: true,
  title: true,
  issuedOn: true,
  code: true,
  year: true,
  sizeBytes: true,
  createdAt: true,
  facts: true,
  orderKey: true,
} satisfies Prisma.IssuedDocumentSelect;

/** Documents of a case that the person may see. */
export function findCaseDocuments(tx: Tx, applicationId: string, actor: UserActor) {
  return tx.issuedDocument.findMany({
    where: { applicationId, ...visibleTo(actor) },
    orderBy: { createdAt: "asc" },
    select: listed,
  });
}

/** Yearly statements of a firm, newest first. */
export function findStatements(tx: Tx, enterpriseId: string) {
  return tx.issuedDocument.findMany({
    where: { enterpriseId, kind: "statement" },
    orderBy: { createdAt: "desc" },
    select: listed,
    take: 50,
  });
}

/** A document with its file's hash, if the person may see it. */
export function findForDownload(tx: Tx, id: string, actor: UserActor) {
  return tx.issuedDocument.findFirst({
    where: { id, ...visibleTo(actor) },
    select: { id: true, title: true, number: true, fileHash: true, enterpriseId: true, kind: true },
  });
}

/** The publicity notices of cases, the newest of each first. */
export function findNotices(tx: Tx, applicationIds: readonly string[]) {
  return tx.issuedDocument.findMany({
    where: { applicationId: { in: [...applicationIds] }, kind: "publicity" },
    orderBy: { createdAt: "desc" },
    select: { applicationId: true, title: true, number: true, fileHash: true },
  });
}

/** What the public page shows of a document. */
export function findByCode(tx: Tx, code: string) {
  return tx.issuedDocument.findUnique({
    where: { code },
    select: {
      applicationId: true,
      orderKey: true,
      code: true,
      kind: true,
      number: true,
      title: true,
      office: true,
      facts: true,
      fileHash: true,
      pages: true,
      certificate: true,
      issuedOn: true,
    },
  });
}

/** The application form of the last handing-in of a case that has been written. */
export async function findNewestForm(tx: Tx, applicationId: string) {
  const forms = await tx.issuedDocument.findMany({
    where: { applicationId, kind: "application" },
    select: { issuedOn: true, facts: true },
  });
  return (
    forms
      .map(({ issuedOn, facts }) => ({ issuedOn, submission: submissionIn(facts) }))
      .toSorted((a, b) => b.submission - a.submission)[0] ?? null
  );
}

/** Forms of before 2026-11-29 do not say it: there was one for each case. */
export function submissionIn(facts: unknown): number {
  return (facts as { submission?: number }).submission ?? 1;
}

/** The own firm's documents, those of cases that are or were at the own office, and all of them for auditors. */
function visibleTo(actor: UserActor): Prisma.IssuedDocumentWhereInput {
  if (actor.permissions.has("read:audit:all")) return {};
  const own: Prisma.IssuedDocumentWhereInput[] =
    actor.enterpriseId && actor.permissions.has("read:application:own") ? [{ enterpriseId: actor.enterpriseId }] : [];
  const official = casesVisibleTo(actor);
  return { OR: [...own, ...(official ? [{ application: official }] : [])] };
}

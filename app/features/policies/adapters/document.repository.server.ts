import type { Tx } from "~/platform/db.server";
import type { DocumentTerm, Stated } from "../domain/stated-term";
import { toJson } from "~/platform/json-column";
import { storedAs } from "~/kernel/stored";

/** What two officials stated of documents, by document. */
export async function statedTerms(tx: Tx, only?: readonly string[]): Promise<Map<string, Stated>> {
  const rows = await tx.$queryRaw<{ id: string; stated: Stated }[]>`
    SELECT id, stated FROM "PolicyDocument" WHERE stated IS NOT NULL AND (${only ?? null}::text[] IS NULL OR id = ANY(${only ?? null}::text[]))`;
  return new Map(rows.map(({ id, stated }) => [id, stated]));
}

/** Keeps beside each document what its file says now; where officials stated otherwise that is all a file may do. */
export async function noteFileTerms(tx: Tx, said: ReadonlyMap<string, DocumentTerm>): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PolicyDocument" d SET "fileSaid" = f.said::jsonb
    FROM unnest(${[...said.keys()]}::text[], ${[...said.values()].map((term) => JSON.stringify(term))}::text[]) AS f(id, said)
    WHERE d.id = f.id AND d."fileSaid" IS DISTINCT FROM f.said::jsonb`;
}

const documentFields = {
  id: true,
  version: true,
  number: true,
  validFrom: true,
  validTo: true,
  validity: true,
  fileSaid: true,
  stated: true,
} as const;

export type DocumentRow = DocumentTerm & {
  id: string;
  version: number;
  fileSaid: DocumentTerm | null;
  stated: Stated | null;
};

const readRow = storedAs<DocumentRow>("document", "id", "version", "fileSaid", "stated");

/** Documents with what was stated and what their files say. */
export async function findDocuments(tx: Tx, ids: readonly string[]): Promise<DocumentRow[]> {
  const rows = await tx.policyDocument.findMany({ where: { id: { in: [...ids] } }, select: documentFields });
  return rows.map((row) => readRow(row));
}

/** One document, locked until the transaction ends. */
export async function lockDocument(tx: Tx, id: string): Promise<DocumentRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "PolicyDocument" WHERE id = ${id} FOR UPDATE`;
  return (await findDocuments(tx, [id]))[0] ?? null;
}

export async function writeStated(tx: Tx, id: string, stated: Stated): Promise<void> {
  const data = { stated: toJson(stated), version: { increment: 1 } };
  await tx.policyDocument.update({ where: { id }, data });
}

/** What documents are called. */
export function namesOf(tx: Tx, ids: readonly string[]) {
  return tx.policyDocument.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, number: true },
  });
}

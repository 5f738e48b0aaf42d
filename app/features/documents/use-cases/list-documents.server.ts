import type { UserActor } from "~/access/actor";
import type { Tx } from "~/platform/db.server";
import { readRevocation } from "~/features/redemption/use-cases/read-revocation.server";
import { findCaseDocuments, findStatements, submissionIn } from "../adapters/document.repository.server";

type Row = Awaited<ReturnType<typeof findCaseDocuments>>[number];
/** A document as lists show it; `superseded`: a later handing-in has a form of its own; `revoked`: what it decided was. */
export type ListedDocument = Omit<Row, "facts" | "orderKey"> & { superseded: boolean; revoked: boolean };

/** The documents of a case that the person may see, in the order they were issued. */
export async function listCaseDocuments(tx: Tx, applicationId: string, actor: UserActor): Promise<ListedDocument[]> {
  return listed(await findCaseDocuments(tx, applicationId, actor), await readRevocation(tx, applicationId));
}

/** A firm's yearly statements, newest first. */
export async function listStatements(tx: Tx, enterpriseId: string): Promise<ListedDocument[]> {
  return listed(await findStatements(tx, enterpriseId), () => null);
}

function listed(rows: readonly Row[], revokedAt: (orderKey: string) => Date | null): ListedDocument[] {
  const forms = rows.filter(({ kind }) => kind === "application");
  const last = Math.max(0, ...forms.map(({ facts }) => submissionIn(facts)));
  return rows.map(({ facts, orderKey, ...row }) => ({
    ...row,
    revoked: revokedAt(orderKey) !== null,
    superseded: row.kind === "application" && submissionIn(facts) < last,
  }));
}

import type { UserActor } from "~/access/actor";
import type { Tx } from "~/platform/db.server";
import { findCaseDocuments, findStatements, submissionIn } from "../adapters/document.repository.server";

type Row = Awaited<ReturnType<typeof findCaseDocuments>>[number];
/** A document as lists show it; `superseded`: a later handing-in has a form of its own. */
export type ListedDocument = Omit<Row, "facts"> & { superseded: boolean };

/** The documents of a case that the person may see, in the order they were issued. */
export async function listCaseDocuments(tx: Tx, applicationId: string, actor: UserActor): Promise<ListedDocument[]> {
  return listed(await findCaseDocuments(tx, applicationId, actor));
}

/** A firm's yearly statements, newest first. */
export async function listStatements(tx: Tx, enterpriseId: string): Promise<ListedDocument[]> {
  return listed(await findStatements(tx, enterpriseId));
}

function listed(rows: readonly Row[]): ListedDocument[] {
  const forms = rows.filter(({ kind }) => kind === "application");
  const last = Math.max(0, ...forms.map(({ facts }) => submissionIn(facts)));
  return rows.map(({ facts, ...row }) => ({
    ...row,
    superseded: row.kind === "application" && submissionIn(facts) < last,
  }));
}

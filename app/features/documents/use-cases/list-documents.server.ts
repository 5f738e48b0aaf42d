import type { UserActor } from "~/features/identity/domain/actor";
import type { Tx } from "~/platform/db.server";
import { findCaseDocuments, findStatements } from "../adapters/document.repository.server";

/** A document as lists show it. */
export type ListedDocument = Awaited<ReturnType<typeof findCaseDocuments>>[number];

/** The documents of a case that the person may see, in the order they were issued. */
export function listCaseDocuments(tx: Tx, applicationId: string, actor: UserActor): Promise<ListedDocument[]> {
  return findCaseDocuments(tx, applicationId, actor);
}

/** A firm's yearly statements, newest first. */
export function listStatements(tx: Tx, enterpriseId: string): Promise<ListedDocument[]> {
  return findStatements(tx, enterpriseId);
}

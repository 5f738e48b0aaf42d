import { recordAudit } from "~/features/validity/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import type { ServedFile } from "~/platform/files";
import type { FileStorage } from "~/platform/storage.server";
import { findStatement } from "../adapters/statement.repository.server";
import { documentFor } from "./own-document.server";

/** The file a statement rests on, to who may see its document; who opens it is on record. @throws Refusal `request.not-found` (404) */
export async function readSource(
  deps: Deps & { actor: UserActor; storage: FileStorage },
  id: string,
): Promise<ServedFile> {
  const row = isUuid(id) ? await findStatement(deps.tx, id) : null;
  if (!row?.fileHash || !row.fileName || !row.fileType) throw new Refusal("request.not-found", 404);
  documentFor(deps, row.documentId);
  await recordAudit(deps, {
    action: "policy-document.statement-opened",
    subject: { type: "document", id: row.documentId },
    after: { statement: id },
  });
  const bytes = await deps.storage.read(row.fileHash);
  return { bytes, fileName: row.fileName, mimeType: row.fileType, inline: row.fileType === "application/pdf" };
}

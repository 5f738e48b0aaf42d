import { recordAudit } from "~/features/documents/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { findForDownload } from "../adapters/document.repository.server";

/**
 * The file of an issued document; who took it is written down.
 * @throws Refusal `request.not-found` (404) for whoever has no right to it
 */
export async function readDocumentFile(
  deps: Deps & { actor: UserActor; storage: FileStorage },
  id: string,
): Promise<{ fileName: string; bytes: Buffer }> {
  const row = isUuid(id) ? await findForDownload(deps.tx, id, deps.actor) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  await recordAudit(deps, {
    action: "document.downloaded",
    subject: { type: "document", id },
    enterpriseId: row.enterpriseId,
    after: { kind: row.kind, fileHash: row.fileHash },
  });
  return {
    fileName: `${row.title}${row.number ? ` ${row.number}` : ""}.pdf`,
    bytes: await deps.storage.read(row.fileHash),
  };
}

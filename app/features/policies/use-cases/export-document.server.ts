import { recordAudit } from "~/features/policies/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { documentFile } from "../domain/document-file";

/** The rules/ file of a document as it is in force; who took it is written down. @throws Refusal `policies.not-found` (404) */
export async function exportDocument(deps: Deps, documentId: string): Promise<{ name: string; text: string }> {
  const file = documentFile(deps.catalogue, documentId);
  if (!file) throw new Refusal("policies.not-found", 404);
  await recordAudit(deps, {
    action: "policy-document.exported",
    subject: { type: "document", id: documentId },
    after: { file: file.name },
  });
  return file;
}

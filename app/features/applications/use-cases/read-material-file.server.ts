import { recordAudit } from "~/features/applications/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { findMaterial } from "../adapters/material.repository.server";

const viewable = ["application/pdf", "image/png", "image/jpeg"];

/**
 * The bytes of a material; who took it is written down.
 * @throws Refusal `request.not-found` (404) for whoever has no right to it
 */
export async function readMaterialFile(deps: Deps & { storage: FileStorage; actor: UserActor }, id: string) {
  const row = isUuid(id) ? await findMaterial(deps.tx, id, deps.actor) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  const { fileName, mimeType, fileHash, application } = row;
  await recordAudit(deps, {
    action: "material.downloaded",
    subject: { type: "material", id },
    enterpriseId: application.enterpriseId,
    after: { case: application.id, fileHash },
  });
  return { fileName, mimeType, inline: viewable.includes(mimeType), bytes: await deps.storage.read(fileHash) };
}

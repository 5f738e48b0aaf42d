import type { UserActor } from "~/features/identity/domain/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import type { FileStorage } from "~/platform/storage.server";
import { findMaterial } from "../adapters/material.repository.server";

const viewable = ["application/pdf", "image/png", "image/jpeg"];

/**
 * The bytes of a material.
 * @throws Refusal `request.not-found` (404) for whoever has no right to it
 */
export async function readMaterialFile(deps: { tx: Tx; storage: FileStorage; actor: UserActor }, id: string) {
  const row = isUuid(id) ? await findMaterial(deps.tx, id, deps.actor) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  return { fileName: row.fileName, mimeType: row.mimeType, inline: viewable.includes(row.mimeType), bytes: await deps.storage.read(row.fileHash) };
}

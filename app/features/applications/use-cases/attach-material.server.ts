import { actorId } from "~/features/identity/domain/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { addMaterial, changeDraft, removeMaterial } from "../adapters/application.repository.server";
import { checkUpload } from "../domain/upload-rules";
import type { Draft } from "./read-draft.server";

export type Upload = { name: string; fileName: string; bytes: Uint8Array };

/**
 * Stores a file by its content and puts it with the requirement it answers.
 * @throws Refusal `applications.file-type`, `applications.file-size`, `applications.file-empty` (415, 413, 422)
 */
export async function attachMaterial(deps: Deps, storage: FileStorage, draft: Draft, { name, fileName, bytes }: Upload): Promise<void> {
  if (!draft.item.materials.includes(name)) throw new Refusal("applications.not-found", 404);
  const checked = checkUpload(fileName, bytes);
  if (!checked.ok) throw new Refusal(checked.code, checked.code === "applications.file-size" ? 413 : 415);
  const saved = await changeDraft(deps.tx, draft.row.id, { draftSavedAt: deps.clock.now() });
  if (!saved) throw new Refusal("applications.not-draft");
  const fileHash = await storage.put(bytes);
  await addMaterial(deps.tx, {
    applicationId: draft.row.id, name, fileName: checked.fileName, fileHash, mimeType: checked.mimeType, sizeBytes: bytes.length, uploadedById: actorId(deps.actor) ?? "", uploadedAt: deps.clock.now(),
  });
}

/** Takes a file of a draft back; the row stays as history. */
export async function detachMaterial(deps: Deps, draft: Draft, materialId: string): Promise<void> {
  const saved = await changeDraft(deps.tx, draft.row.id, { draftSavedAt: deps.clock.now() });
  if (!saved) throw new Refusal("applications.not-draft");
  await removeMaterial(deps.tx, draft.row.id, materialId, deps.clock.now());
}

import { actorId } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { addMaterial, changeDraft, removeMaterial } from "../adapters/application.repository.server";
import { checkUpload } from "~/kernel/upload-rules";
import type { Draft } from "./read-draft.server";

export type Upload = { name: string; fileName: string; bytes: Uint8Array };

/**
 * Stores a file by its content and puts it with the requirement it answers.
 * @returns the refusal `applications.file-type`, `applications.file-size` or `applications.file-empty`, or null when it was taken
 * @throws Refusal `applications.not-found` (404) for a requirement the item does not have
 */
export async function attachMaterial(
  deps: Deps,
  storage: FileStorage,
  draft: Draft,
  { name, fileName, bytes }: Upload,
): Promise<string | null> {
  if (!draft.item.materials.includes(name)) throw new Refusal("applications.not-found", 404);
  const checked = checkUpload(fileName, bytes);
  if (!checked.ok) return checked.code;
  const saved = await changeDraft(deps.tx, draft.row.id, { draftSavedAt: deps.clock.now() });
  if (!saved) throw new Refusal("applications.not-draft");
  const fileHash = await storage.put(bytes);
  await addMaterial(deps.tx, {
    applicationId: draft.row.id,
    name,
    fileName: checked.fileName,
    fileHash,
    mimeType: checked.mimeType,
    sizeBytes: bytes.length,
    uploadedById: actorId(deps.actor) ?? "",
    uploadedAt: deps.clock.now(),
  });
  return null;
}

/** Takes a file of a draft back; the row stays as history. */
export async function detachMaterial(deps: Deps, draft: Draft, materialId: string): Promise<void> {
  const saved = await changeDraft(deps.tx, draft.row.id, { draftSavedAt: deps.clock.now() });
  if (!saved) throw new Refusal("applications.not-draft");
  await removeMaterial(deps.tx, draft.row.id, materialId, deps.clock.now());
}

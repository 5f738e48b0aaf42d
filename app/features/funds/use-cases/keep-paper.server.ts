import { readableProblem } from "~/platform/check-readable.server";
import { checkUpload } from "~/kernel/upload-rules";
import { Refusal } from "~/kernel/refusal";
import type { FileStorage } from "~/platform/storage.server";

/** A file as it was uploaded; null where none was. */
export type PaperFile = { fileName: string; bytes: Uint8Array } | null;

/** @throws Refusal `applications.file-password`, `-damaged` and whatever else keeps people from opening a file (422) */
export async function requireReadable(file: PaperFile): Promise<void> {
  const problem = file && (await readableProblem(file.fileName, file.bytes));
  if (problem) throw new Refusal(problem, 422);
}

/** Stores the file that a movement of money rests on. @throws Refusal `applications.file-empty`, `-size`, `-type` (422) */
export async function keepPaper(storage: FileStorage, file: PaperFile) {
  const checked = checkUpload(file?.fileName ?? "", file?.bytes ?? new Uint8Array());
  if (!file || !checked.ok) throw new Refusal(checked.ok ? "applications.file-empty" : checked.code, 422);
  return { fileHash: await storage.put(file.bytes), fileName: checked.fileName, fileType: checked.mimeType };
}

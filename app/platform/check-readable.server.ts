import { openPdf, type PdfState } from "~/platform/pdf/open-pdf.server";
import { archiveProblem } from "~/kernel/archive-rules";
import { checkUpload, type UploadProblem } from "~/kernel/upload-rules";

const ofState: Readonly<Record<PdfState, UploadProblem | null>> = {
  open: null,
  password: "applications.file-password",
  damaged: "applications.file-damaged",
};

/**
 * What is wrong with a file that somebody uploads: what `checkUpload` says, or that nobody could open it, for it has a
 * password or is damaged. Asked before a transaction begins; null where it can be taken.
 */
export async function readableProblem(fileName: string, bytes: Uint8Array): Promise<UploadProblem | null> {
  const checked = checkUpload(fileName, bytes);
  if (!checked.ok) return checked.code;
  if (checked.mimeType === "application/pdf") return ofState[await openPdf(bytes)];
  if (checked.mimeType.startsWith("image/")) return null;
  return archiveProblem(checked.fileName.split(".").at(-1)?.toLowerCase() ?? "", bytes);
}

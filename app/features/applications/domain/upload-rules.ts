/** Largest file taken, in bytes. */
export const maxUploadBytes = 20 * 1024 * 1024;

type Kind = { mimeType: string; extensions: readonly string[]; magic: readonly number[] };

/** What materials may be, told by their first bytes and not by their name. XLSX and DOCX are ZIP archives. */
const kinds: readonly Kind[] = [
  { mimeType: "application/pdf", extensions: ["pdf"], magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mimeType: "image/png", extensions: ["png"], magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mimeType: "image/jpeg", extensions: ["jpg", "jpeg"], magic: [0xff, 0xd8, 0xff] },
  {
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
    magic: [0x50, 0x4b, 0x03, 0x04],
  },
  {
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    magic: [0x50, 0x4b, 0x03, 0x04],
  },
];

export const acceptedExtensions = kinds
  .flatMap((kind) => kind.extensions.map((extension) => `.${extension}`))
  .join(",");

export type UploadCheck =
  | { ok: true; mimeType: string; fileName: string }
  | { ok: false; code: "applications.file-empty" | "applications.file-size" | "applications.file-type" };

/** Checks size, name and first bytes of a file together. */
export function checkUpload(name: string, bytes: Uint8Array): UploadCheck {
  if (bytes.length === 0) return { ok: false, code: "applications.file-empty" };
  if (bytes.length > maxUploadBytes) return { ok: false, code: "applications.file-size" };
  const fileName = safeFileName(name);
  const extension = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  const kind = kinds.find(
    (each) => each.extensions.includes(extension) && each.magic.every((byte, index) => bytes[index] === byte),
  );
  return kind ? { ok: true, mimeType: kind.mimeType, fileName } : { ok: false, code: "applications.file-type" };
}

/** A name without folders, control characters and what file systems refuse; at most 120 characters with its ending. */
export function safeFileName(name: string): string {
  const bare = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";

  const clean = bare.replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, "").trim();
  return clean.length > 120 ? clean.slice(0, 100) + clean.slice(-20) : clean || "file";
}

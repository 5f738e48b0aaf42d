import { isCompoundFile, isEncryptedOffice } from "~/kernel/reading/compound-file";

/** Largest file taken, in bytes. */
export const maxUploadBytes = 20 * 1024 * 1024;

type Kind = { mimeType: string; extensions: readonly string[]; magic: readonly number[]; within?: number };

const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * What materials may be, told by their first bytes and their ending together. XLSX, DOCX and OFD (GB/T 33190) are ZIP archives;
 * a PDF may begin anywhere within the first 1,024 bytes, as readers open it.
 */
const kinds: readonly Kind[] = [
  { mimeType: "application/pdf", extensions: ["pdf"], magic: [0x25, 0x50, 0x44, 0x46, 0x2d], within: 1024 },
  { mimeType: "image/png", extensions: ["png"], magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mimeType: "image/jpeg", extensions: ["jpg", "jpeg", "jfif", "jpe", "pjpeg", "pjp"], magic: [0xff, 0xd8, 0xff] },
  {
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
    magic: zip,
  },
  {
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    magic: zip,
  },
  { mimeType: "application/ofd", extensions: ["ofd"], magic: zip },
];

export const acceptedExtensions = kinds
  .flatMap((kind) => kind.extensions.map((extension) => `.${extension}`))
  .join(",");

type Conversion =
  "applications.file-old-office" | "applications.file-heic" | "applications.file-image" | "applications.file-archive";

/** Kinds that people hold and that can be neither shown nor safely kept, with the word on how to convert them. */
const toConvert: ReadonlyMap<string, Conversion> = new Map(
  (
    [
      ["applications.file-old-office", "xls et doc wps ppt dps pptx xlsm docm csv txt rtf odt ods"],
      ["applications.file-heic", "heic heif heics"],
      ["applications.file-image", "webp avif gif bmp tif tiff jp2"],
      ["applications.file-archive", "zip rar 7z gz tar"],
    ] as const
  ).flatMap(([code, extensions]) => extensions.split(" ").map((extension) => [extension, code] as const)),
);

/** First bytes of pictures that browsers or documents can't show, whatever they are called. */
const otherImages: readonly RegExp[] = [/^RIFF.{4}WEBP/s, /^GIF8/, /^BM/, /^II\*\0/, /^MM\0\*/, /^.{4}ftypavi[fs]/s];

export type UploadProblem =
  | "applications.file-empty"
  | "applications.file-size"
  | "applications.file-type"
  | "applications.file-renamed"
  | "applications.file-password"
  | "applications.file-damaged"
  | Conversion;
export type UploadCheck = { ok: true; mimeType: string; fileName: string } | { ok: false; code: UploadProblem };

/** Checks size, name and first bytes of a file together. */
export function checkUpload(name: string, bytes: Uint8Array): UploadCheck {
  if (bytes.length === 0) return { ok: false, code: "applications.file-empty" };
  if (bytes.length > maxUploadBytes) return { ok: false, code: "applications.file-size" };
  const fileName = safeFileName(name);
  const extension = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  const named = kinds.find((kind) => kind.extensions.includes(extension));
  if (named && beginsLike(named, bytes)) return { ok: true, mimeType: named.mimeType, fileName };
  return { ok: false, code: problemOf(named, extension, bytes) };
}

function problemOf(named: Kind | undefined, extension: string, bytes: Uint8Array): UploadProblem {
  if (isEncryptedOffice(bytes)) return "applications.file-password";
  if (isCompoundFile(bytes)) return "applications.file-old-office";
  const conversion = toConvert.get(extension);
  if (conversion) return conversion;
  if (!named) return "applications.file-type";
  const start = String.fromCharCode(...bytes.slice(0, 12));
  if (heic.test(start)) return "applications.file-heic";
  if (otherImages.some((kind) => kind.test(start))) return "applications.file-image";
  return kinds.some((kind) => beginsLike(kind, bytes)) ? "applications.file-renamed" : "applications.file-type";
}

function beginsLike({ magic, within = 0 }: Kind, bytes: Uint8Array): boolean {
  const last = Math.min(within, bytes.length - magic.length);
  for (let start = 0; start <= last; start += 1)
    if (magic.every((byte, index) => bytes[start + index] === byte)) return true;
  return false;
}

/** Photos of telephones: `ftyp` with a brand of ISO/IEC 23008-12, whatever they are called. */
const heic = /^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/s;

/**
 * A name without folders, control characters and what file systems refuse (dots at the end too); at most 120 characters
 * with its ending.
 */
export function safeFileName(name: string): string {
  const bare = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";

  const clean = bare
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/．(?=[A-Za-z]+$)/, ".")
    .replace(/[\s.]+$/, "")
    .trim();
  return clean.length > 120 ? clean.slice(0, 100) + clean.slice(-20) : clean || "file";
}

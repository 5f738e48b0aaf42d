type ArchiveProblem = "applications.file-damaged" | "applications.file-password" | "applications.file-renamed";

/** Parts that tell what an archive is, by the ending of its name. */
const parts: Readonly<Record<string, string>> = { xlsx: "xl/", docx: "word/", ofd: "OFD.xml" };

/**
 * What is wrong with an archive (XLSX, DOCX, OFD), without unpacking it: cut off, with a password, or another kind than its
 * name says. By APPNOTE.TXT 4.3.12 and 4.3.16: the names stand in the directory at the end.
 */
export function archiveProblem(extension: string, bytes: Uint8Array): ArchiveProblem | null {
  const entries = directoryOf(bytes);
  if (!entries) return "applications.file-damaged";
  if (entries.some(({ isEncrypted }) => isEncrypted)) return "applications.file-password";
  const wanted = parts[extension] ?? "";
  return entries.some(({ name }) => name.startsWith(wanted)) ? null : "applications.file-renamed";
}

type Entry = { name: string; isEncrypted: boolean };
const mostEntries = 65_535;

/** The entries of an archive; null where the directory is missing or broken. */
function directoryOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const entries: Entry[] = [];
  let at = start;
  while (entries.length < Math.min(count, mostEntries)) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, "");
    entries.push({ name, isEncrypted: (view.getUint16(at + 8, true) & 1) === 1 });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length > 0 ? entries : null;
}

/** Where the last record stands; a comment of up to 65,535 bytes may follow it. */
function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}

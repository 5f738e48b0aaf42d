const head = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether bytes are an OLE compound file: documents of Office before 2007, and any of Office that has a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Whether a compound file holds a document that has a password ([MS-OFFCRYPTO] 1.3.2: the stream `EncryptedPackage`). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) && indexOf(bytes, "EncryptedPackage") >= 0;
}

/** Where a name stands in the directory of a compound file, in UTF-16LE; -1 where it doesn't. */
function indexOf(bytes: Uint8Array, name: string): number {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let start = bytes.indexOf(wanted[0] ?? 0); start >= 0; start = bytes.indexOf(wanted[0] ?? 0, start + 1))
    if (wanted.every((byte, index) => bytes[start + index] === byte)) return start;
  return -1;
}

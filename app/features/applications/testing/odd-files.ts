import { createHash } from "node:crypto";
import { demoPdf } from "#prisma/seed/seed-materials";

/** A PDF that asks for a password (`user` is one), or one that is protected against printing alone (`user` empty). ISO 32000-1, 7.6.3. */
export function lockedPdf(user: string): Buffer {
  const id = Buffer.alloc(16, 1);
  const owner = Buffer.alloc(32, 7);
  const permissions = Buffer.from([0xc0, 0xff, 0xff, 0xff]);
  const padded = Buffer.concat([Buffer.from(user, "latin1"), padding]).subarray(0, 32);
  const key = createHash("md5")
    .update(Buffer.concat([padded, owner, permissions, id]))
    .digest()
    .subarray(0, 5);
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString("hex")}>`;
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, padding))} /P ${permissions.readInt32LE()} >> /ID [${hex(id)} ${hex(id)}]`;
  return Buffer.from(demoPdf("locked").toString("latin1").replace("/Root 1 0 R", `/Root 1 0 R ${encrypt}`), "latin1");
}

/** The beginning of an Office document with a password: a compound file whose directory names the encrypted package. */
export function encryptedOffice(): Buffer {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([head, Buffer.alloc(500), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(500)]);
}

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (a: number, b: number) => ([state[a & 255], state[b & 255]] = [at(b), at(a)]);
  for (let i = 0, j = 0; i < 256; i += 1) swap(i, (j = (j + at(i) + (key[i % key.length] ?? 0)) & 255));
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  });
}

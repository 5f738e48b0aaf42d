import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { faultPoint } from "./fault-point.server";

/** Content-addressed files: the name of a file is its sha256, so nothing is stored twice or changed. */
export type FileStorage = {
  /** Stores bytes and gives their sha256 (hex). */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash. @throws when there are none. */
  read(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
};

/** File storage below one folder. */
export function createStorage(root: string): FileStorage {
  const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
  const place = (hash: string) => {
    if (!isHash(hash)) throw new RangeError("not a sha256");
    return path.join(root, hash.slice(0, 2), hash);
  };
  const has = async (hash: string) =>
    isHash(hash) &&
    (await stat(place(hash)).then(
      () => true,
      () => false,
    ));
  return {
    has,
    read: (hash) => readFile(place(hash)),
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (await has(hash)) return hash;
      faultPoint("upload.begun");
      await mkdir(path.dirname(place(hash)), { recursive: true });
      const temporary = `${place(hash)}.${randomUUID()}`;
      await writeFile(temporary, bytes, { flush: true });
      faultPoint("upload.written");
      await rename(temporary, place(hash));
      faultPoint("upload.stored");
      return hash;
    },
  };
}

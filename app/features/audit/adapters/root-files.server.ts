import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { canonicalJson } from "~/kernel/canonical-json";
import type { Seal } from "../domain/seal";

/** Where the roots lie outside the database. */
export type RootFiles = {
  read(): Promise<Seal[]>;
  /** Those of which no file lies there yet; told by the names alone. */
  missing(seals: readonly Seal[]): Promise<Seal[]>;
  write(seal: Seal): Promise<void>;
};

/** Root files below one folder, `<day>-<number>-<hash>.json`, each whole or not there. */
export function rootFiles(folder: string): RootFiles {
  // The hash in the name keeps what was published once from being written over.
  const nameOf = ({ day, number, hash }: Seal) =>
    path.join(folder, `${day}-${String(number).padStart(6, "0")}-${hash.slice(0, 12)}.json`);
  const names = async () => {
    await mkdir(folder, { recursive: true });
    return (await readdir(folder)).filter((name) => /^\d{4}-\d\d-\d\d-\d{6,}-[0-9a-f]{12}\.json$/.test(name)).sort();
  };
  return {
    read: async () =>
      Promise.all(
        (await names()).map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as Seal),
      ),
    async missing(seals) {
      const there = new Set(await names());
      return seals.filter((seal) => !there.has(path.basename(nameOf(seal))));
    },
    async write(seal) {
      await mkdir(folder, { recursive: true });
      const temporary = `${nameOf(seal)}.part`;
      await writeFile(temporary, `${canonicalJson(seal)}\n`, { flush: true });
      await rename(temporary, nameOf(seal));
    },
  };
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { ownDocument, ownGroups, ownOnce } from "./items";

export type RawItem = Record<string, unknown> & { id: string; amount: Record<string, unknown> };
export type RawDocument = {
  $schema: string;
  id: string;
  document: Record<string, unknown> & { validTo: string | null };
  items: RawItem[];
};

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** The catalogue of the city: that of the product and the city's own items, in a folder of which both product and oracle read. */
export class RulesFolder {
  readonly root = mkdtempSync(path.join(os.tmpdir(), "huiqitong-life-"));
  readonly own = ownDocument();

  constructor() {
    cpSync("rules", this.root, { recursive: true });
    this.write(this.own);
    this.writeOnce(ownOnce);
  }

  /** The document as the files say it from now on. */
  write(document: RawDocument): void {
    writeFileSync(path.join(this.root, "340500", `${document.id}.json`), `${JSON.stringify(document, null, 2)}\n`);
  }

  /** How often further items are had. */
  writeOnce(more: Record<string, unknown>): void {
    const file = path.join(this.root, "once.json");
    const known = read(file) as { items: Record<string, unknown>; groups: Record<string, unknown> };
    const groups = { ...known.groups, ...ownGroups };
    writeFileSync(file, `${JSON.stringify({ ...known, items: { ...known.items, ...more }, groups }, null, 2)}\n`);
  }

  load(): Catalogue {
    return loadCatalogueFiles(this.root);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

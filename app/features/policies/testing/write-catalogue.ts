import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CatalogueParts } from "../domain/build-catalogue";

/** Writes a catalogue as files into a new temporary folder and names it. All items of a document must be of one region. */
export function writeCatalogue(parts: CatalogueParts): string {
  const root = mkdtempSync(path.join(tmpdir(), "rules-"));
  const write = (file: string, content: unknown) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(content));
  };
  for (const { id, items } of parts.documents) {
    const [first] = items;
    const own = items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== "document")));
    write(`${first?.region}/${id}.json`, {
      $schema: "../schema/document.schema.json",
      id,
      document: first?.document,
      items: own,
    });
  }
  for (const { key } of parts.groups) {
    write(`facts/${key}.json`, {
      $schema: "../schema/facts.schema.json",
      group: key,
      facts: parts.facts.filter((fact) => fact.group === key),
    });
  }
  const {
    groups,
    departments,
    regions,
    zones,
    themes,
    industries,
    redemption,
    once,
    exclusiveGroups,
    glossary,
    synonyms,
  } = parts;
  for (const [name, content] of Object.entries({
    groups,
    departments,
    regions: { regions, zones },
    themes,
    industries,
    redemption,
    glossary: { $schema: "schema/glossary.schema.json", ...glossary },
    synonyms: { $schema: "schema/synonyms.schema.json", ...synonyms },
    once: { $schema: "schema/once.schema.json", items: once, groups: exclusiveGroups },
  })) {
    write(`${name}.json`, content);
  }
  return root;
}

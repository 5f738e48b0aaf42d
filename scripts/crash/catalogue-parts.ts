import { readFileSync, readdirSync } from "node:fs";

/** Item the fleet applies for: reviewed, with county review and publicity, a fixed sum, and one answer of its own. */
export const fleetItem = {
  itemId: "zone-patent-005",
  documentId: "zone-patent",
  answers: { ipManagementCertified: true },
};

const read = (file: string) => JSON.parse(readFileSync(`rules/${file}`, "utf8")) as Record<string, unknown>;

/** The parts of the catalogue with one document alone, so that a server is up again at once. */
export function smallCatalogue(): string {
  const { id, document, items } = read(`demo/340500/${fleetItem.documentId}.json`) as {
    id: string;
    document: unknown;
    items: object[];
  };
  const facts = readdirSync("rules/facts").flatMap((name) => (read(`facts/${name}`) as { facts: unknown[] }).facts);
  const registries = Object.fromEntries(
    ["groups", "departments", "themes", "industries", "redemption"].map((name) => [name, read(`${name}.json`)]),
  );
  const { items: listed } = read("demo/once.json") as { items: Record<string, unknown> };
  const own = items as { id: string }[];
  return JSON.stringify({
    ...registries,
    once: Object.fromEntries(own.map((item) => [item.id, listed[item.id]])),
    ...read("regions.json"),
    facts,
    documents: [{ id, items: items.map((item) => ({ ...item, document })) }],
  });
}

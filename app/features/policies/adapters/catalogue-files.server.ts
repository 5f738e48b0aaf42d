import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { buildCatalogue, type CatalogueParts } from "../domain/build-catalogue";
import type { Catalogue } from "../domain/catalogue";
import { fileSchemas } from "../domain/catalogue-files";
import { checkCatalogue } from "../domain/check-catalogue";
import { placementProblems } from "../domain/check-placement";
import type { DemoPhone } from "../domain/registries";
import { shapeProblems } from "../domain/shape-problems";

/** The folder of the demonstration zone. */
const zone = "demo";

export type FileProblem = { file: string; path: string; reason: string };

/** The catalogue is refused whole; `problems` names every file, place and reason. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems.map(({ file, path: at, reason }) => `${file} ${at}: ${reason}`).join("\n"));
  }
}

/** `demo`: with the fictitious items of the demonstration zone in `demo/`, which only demo data may rest on. */
type Wanted = { demo?: boolean };

/**
 * Reads and checks everything below `root`.
 * @throws CatalogueError when any file is broken
 */
export function loadCatalogueFiles(root: string, { demo = false }: Wanted = {}): Catalogue {
  const problems = missingFolders(root, demo ? [".", "facts", zone] : [".", "facts"]);
  if (problems.length > 0) throw new CatalogueError(problems);
  const read = <T extends z.ZodType>(file: string, schema: T) => readFile(root, file, schema, problems);
  const documents = [...documentFiles(root), ...(demo ? documentFiles(root, zone) : [])].map((file) => ({
    file,
    content: read(file, fileSchemas.document),
  }));
  const ofZone = readZone(read, demo);
  const factFiles = [...jsonFiles(root, "facts"), ...jsonFiles(root, "parameters")].map((file) =>
    read(file, fileSchemas.facts),
  );
  const regions = read("regions.json", fileSchemas.regions);
  const once = read("once.json", fileSchemas.once);
  const registries = {
    groups: read("groups.json", fileSchemas.groups),
    departments: read("departments.json", fileSchemas.departments),
    themes: read("themes.json", fileSchemas.themes),
    industries: read("industries.json", fileSchemas.industries),
    redemption: read("redemption.json", fileSchemas.redemption),
    glossary: read("glossary.json", fileSchemas.glossary),
    synonyms: read("synonyms.json", fileSchemas.synonyms),
  };
  if (problems.length > 0) throw new CatalogueError(problems);
  const parts = {
    ...withOverrides(registries as { [K in keyof typeof registries]: NonNullable<(typeof registries)[K]> }, ofZone),
    ...(regions ?? { regions: [], zones: [] }),
    once: { ...once?.items, ...ofZone.once },
    demoPhones: ofZone.phones,
    exclusiveGroups: { ...once?.groups, ...ofZone.groups },
    facts: factFiles.flatMap((file) => file?.facts ?? []),
    documents: documents.flatMap(({ content }) => (content ? [withDocument(content)] : [])),
  } satisfies CatalogueParts;
  const found = meaningProblems(documents, parts);
  if (found.length > 0) throw new CatalogueError(found);
  return buildCatalogue(parts);
}

type Read = <T extends z.ZodType>(file: string, schema: T) => z.infer<T> | null;
type Overrides = z.infer<typeof fileSchemas.overrides>["overrides"];
type OnceFile = z.infer<typeof fileSchemas.once>;
type Zone = {
  once: OnceFile["items"];
  groups: OnceFile["groups"];
  overrides: Overrides;
  phones: readonly DemoPhone[];
};

/** What the demonstration zone adds to the registries; nothing where it is not wanted. */
function readZone(read: Read, isWanted: boolean): Zone {
  if (!isWanted) return { once: {}, groups: {}, overrides: [], phones: [] };
  const listed = read(`${zone}/once.json`, fileSchemas.once);
  return {
    once: listed?.items ?? {},
    groups: listed?.groups ?? {},
    overrides: read(`${zone}/overrides.json`, fileSchemas.overrides)?.overrides ?? [],
    phones: read(`${zone}/phones.json`, fileSchemas.phones)?.phones ?? [],
  };
}

function withOverrides<T extends { redemption: { overrides: Overrides } }>(registries: T, { overrides }: Zone): T {
  const { redemption } = registries;
  return { ...registries, redemption: { ...redemption, overrides: [...redemption.overrides, ...overrides] } };
}

type DocumentFile = { file: string; content: z.infer<typeof fileSchemas.document> | null };

function meaningProblems(documents: readonly DocumentFile[], parts: CatalogueParts): FileProblem[] {
  const fileOf = new Map(documents.map(({ file, content }) => [content?.id ?? "", file]));
  return [
    ...documents.flatMap(({ file, content }) =>
      content ? placementProblems(file, content).map((problem) => ({ file, ...problem })) : [],
    ),
    ...checkCatalogue(parts).map(({ source, path: at, reason }) => ({
      file: fileOf.get(source) ?? `${source}.json`,
      path: at,
      reason,
    })),
  ];
}

function missingFolders(root: string, folders: readonly string[]): FileProblem[] {
  const missing = folders.filter((folder) => !existsSync(path.join(root, folder)));
  return missing.map((file) => ({ file, path: "", reason: `no such folder below ${root}` }));
}

function withDocument({ id, document, items }: z.infer<typeof fileSchemas.document>) {
  return { id, items: items.map((item) => ({ ...item, document })) };
}

function documentFiles(root: string, folder = ""): string[] {
  const regions = readdirSync(path.join(root, folder), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^\d{6}$/.test(entry.name),
  );
  return regions.flatMap((region) => jsonFiles(root, folder ? `${folder}/${region.name}` : region.name));
}

function jsonFiles(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function readFile<T extends z.ZodType>(
  root: string,
  file: string,
  schema: T,
  problems: FileProblem[],
): z.infer<T> | null {
  const json = parseJson(path.join(root, file));
  if (!json.ok) {
    problems.push({ file, path: "", reason: json.reason });
    return null;
  }
  const checked = schema.safeParse(json.value);
  if (checked.success) return checked.data;
  problems.push(...shapeProblems(checked.error.issues).map((problem) => ({ file, ...problem })));
  return null;
}

function parseJson(file: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, "utf8")) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

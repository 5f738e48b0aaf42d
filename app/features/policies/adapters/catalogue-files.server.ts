import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { buildCatalogue, type CatalogueParts } from "../domain/build-catalogue";
import type { Catalogue } from "../domain/catalogue";
import { fileSchemas } from "../domain/catalogue-files";
import { checkCatalogue } from "../domain/check-catalogue";
import { placementProblems } from "../domain/check-placement";
import { jsonFaults, jsonLines } from "~/kernel/reading/scan-json";
import type { DemoPhone } from "../domain/registries";
import { shapeProblems } from "../domain/shape-problems";

/** The folder of the demonstration zone. */
const zone = "demo";

/** `line`: where in the file, counted from 1; null of a file that isn't there. */
export type FileProblem = { file: string; line: number | null; path: string; reason: string };

/** The catalogue is refused whole; `problems` names every file, line, place and reason. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
  constructor(readonly problems: readonly FileProblem[]) {
    super(
      problems
        .map(({ file, line, path: at, reason }) => `${file}${line === null ? "" : `:${line}`} ${at}: ${reason}`)
        .join("\n"),
    );
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
  const factFiles = [...jsonFiles(root, "facts"), ...jsonFiles(root, "parameters")].map((file) => ({
    file,
    content: read(file, fileSchemas.facts),
  }));
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
    facts: factFiles.flatMap(({ content }) => content?.facts ?? []),
    documents: documents.flatMap(({ content }) => (content ? [withDocument(content)] : [])),
  } satisfies CatalogueParts;
  const found = meaningProblems(documents, factFiles, parts).map((problem) => ({
    ...problem,
    line: lineIn(root, problem),
  }));
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
type FactFile = { file: string; content: z.infer<typeof fileSchemas.facts> | null };

function meaningProblems(
  documents: readonly DocumentFile[],
  factFiles: readonly FactFile[],
  parts: CatalogueParts,
): Omit<FileProblem, "line">[] {
  const fileOf = new Map(documents.map(({ file, content }) => [content?.id ?? "", file]));
  const factFileOf = new Map(
    factFiles.flatMap(({ file, content }) => (content?.facts ?? []).map(({ name }) => [name, file] as const)),
  );
  return [
    ...documents.flatMap(({ file, content }) =>
      content ? placementProblems(file, content).map((problem) => ({ file, ...problem })) : [],
    ),
    ...checkCatalogue(parts).map(({ source, path: at, reason }) => ({
      file: fileOf.get(source) ?? (source.startsWith("facts/") ? factFileOf.get(at) : undefined) ?? `${source}.json`,
      path: at,
      reason,
    })),
  ];
}

function missingFolders(root: string, folders: readonly string[]): FileProblem[] {
  const missing = folders.filter((folder) => !existsSync(path.join(root, folder)));
  return missing.map((file) => ({ file, line: null, path: "", reason: `no such folder below ${root}` }));
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
  const at = path.join(root, file);
  if (!existsSync(at)) {
    problems.push({ file, line: null, path: "", reason: "no such file" });
    return null;
  }
  const text = readFileSync(at, "utf8");
  const faults = jsonFaults(text);
  problems.push(...faults.map((fault) => ({ file, ...fault })));
  if (faults.length > 0) return null;
  const checked = schema.safeParse(JSON.parse(text));
  if (checked.success) return checked.data;
  const found = shapeProblems(checked.error.issues);
  problems.push(...found.map((problem) => ({ file, ...problem, line: lineIn(root, { file, ...problem }) })));
  return null;
}

/** The line a problem's path leads to, or the nearest value above it; an entry of a list may go by its id, name, code or key. */
function lineIn(root: string, { file, path: named }: { file: string; path: string }): number | null {
  if (!existsSync(path.join(root, file))) return null;
  const text = readFileSync(path.join(root, file), "utf8");
  const lines = jsonLines(text);
  const [head = "", ...rest] = named
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .replace(": ", ".")
    .split(".");
  const steps = [...entryNamed(JSON.parse(text), head), ...rest];
  const nearest = steps.map((_, index) => lines.get(steps.slice(0, steps.length - index).join(".")));
  return nearest.find((line) => line !== undefined) ?? 1;
}

/** Where in a file an entry of one of its lists stands, by its name; the name itself where there is none. */
function entryNamed(content: unknown, name: string): string[] {
  for (const [list, entries] of Object.entries(content ?? {})) {
    const place = Array.isArray(entries) ? entries.findIndex((entry) => isNamed(entry, name)) : -1;
    if (place >= 0) return [list, String(place)];
  }
  return [name];
}

function isNamed(entry: unknown, name: string): boolean {
  const own = new Map<string, unknown>(Object.entries(entry ?? {}));
  return ["id", "name", "code", "key"].some((key) => own.get(key) === name);
}

import type { FactDefinition, FactValue } from "~/features/policies/domain/policy-item";
import { isPlainDate } from "~/kernel/plain-date";
import { checkCreditCode } from "./credit-code";
import { readFactInput } from "./fact-input";

/** Registries a file of firms is checked against. */
export type ImportRegistry = {
  facts: ReadonlyMap<string, FactDefinition>;
  regions: { has(code: string): boolean };
  industries: { has(code: string): boolean };
  parks: readonly string[];
  /** year that yearly figures without a year column are of */
  year: number;
};

/** A mistake: row as the spreadsheet numbers it (the header is 1), column as it is headed, and why. */
export type ImportProblem = { row: number; column: string; reason: string };

export type ImportedFirm = {
  row: number;
  creditCode: string;
  name: string;
  legalForm: string;
  regionCode: string;
  industryCode: string;
  park: string | null;
  registeredOn: string | null;
  facts: { fact: string; year: number | null; value: FactValue }[];
};

export type ImportReport = { firms: ImportedFirm[]; problems: ImportProblem[] };

const base = ["creditCode", "name", "legalForm", "region", "industry", "park", "registeredOn", "year"] as const;
type BaseColumn = (typeof base)[number];
const required: readonly BaseColumn[] = ["creditCode", "name", "legalForm", "region", "industry"];
const baseNames: Record<string, BaseColumn> = { 企业名称: "name", 年度: "year" };

/** Checks a table of firms. With any problem nothing may be imported. */
export function readImport(table: readonly (readonly string[])[], registry: ImportRegistry): ImportReport {
  const [header = [], ...rows] = table;
  const columns = header.map((title) => columnOf(title.trim(), registry.facts));
  const unknown = header.flatMap((title, index) =>
    columns[index] === null && title.trim() !== "" ? [{ row: 1, column: title, reason: "unknownColumn" }] : [],
  );
  const missing = required
    .filter((name) => !columns.includes(name))
    .map((name) => ({ row: 1, column: name, reason: "missingColumn" }));
  if (unknown.length > 0 || missing.length > 0) return { firms: [], problems: [...unknown, ...missing] };
  const problems: ImportProblem[] = [];
  const firms = rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const firm = readRow(cells, { row: index + 2, header, columns, registry, problems });
    return firm ? [firm] : [];
  });
  return { firms, problems: [...problems, ...repeats(firms)] };
}

function columnOf(title: string, facts: ImportRegistry["facts"]): string | null {
  const known = base.find((name) => name === title) ?? baseNames[title];
  if (known) return known;
  const fact = facts.get(title) ?? [...facts.values()].find((definition) => definition.zh === title);
  return fact && fact.scope !== "case" ? fact.name : null;
}

type Row = {
  row: number;
  header: readonly string[];
  columns: readonly (string | null)[];
  registry: ImportRegistry;
  problems: ImportProblem[];
};

function readRow(cells: readonly string[], at: Row): ImportedFirm | null {
  const cell = (name: string) => cells[at.columns.indexOf(name)]?.trim() ?? "";
  const before = at.problems.length;
  const fail = (name: string, reason: string) =>
    at.problems.push({ row: at.row, column: at.header[at.columns.indexOf(name)] ?? name, reason });
  const code = checkCreditCode(cell("creditCode"));
  if (!code.ok) fail("creditCode", code.reason);
  const legalForm = readEnum(at.registry, "legalForm", cell("legalForm"));
  for (const [name, reason, fits] of baseChecks(at.registry, legalForm)) if (!fits(cell(name))) fail(name, reason);
  const year = cell("year") === "" ? at.registry.year : Number(cell("year"));
  const facts = readFacts(cells, at, year, fail);
  if (at.problems.length > before || !code.ok || legalForm === null) return null;
  return {
    row: at.row,
    creditCode: code.code,
    name: cell("name"),
    legalForm,
    regionCode: cell("region"),
    industryCode: cell("industry").toUpperCase(),
    park: cell("park") || null,
    registeredOn: cell("registeredOn") || null,
    facts,
  };
}

type BaseCheck = readonly [name: BaseColumn, reason: string, fits: (typed: string) => boolean];

function baseChecks({ regions, industries, parks, year }: ImportRegistry, legalForm: string | null): BaseCheck[] {
  const lastYear = year + 1;
  return [
    ["name", "required", (typed) => typed !== ""],
    ["legalForm", "choose", () => legalForm !== null],
    ["region", "region", (typed) => regions.has(typed)],
    ["industry", "industry", (typed) => industries.has(typed.toUpperCase())],
    ["park", "choose", (typed) => typed === "" || parks.includes(typed)],
    ["registeredOn", "date", (typed) => typed === "" || isPlainDate(typed)],
    [
      "year",
      "integer",
      (typed) => typed === "" || (/^\d{4}$/.test(typed) && Number(typed) >= 1990 && Number(typed) <= lastYear),
    ],
  ];
}

function readFacts(
  cells: readonly string[],
  at: Row,
  year: number,
  fail: (name: string, reason: string) => void,
): ImportedFirm["facts"] {
  return at.columns.flatMap((name, index) => {
    const definition =
      name === null || (base as readonly string[]).includes(name) ? undefined : at.registry.facts.get(name);
    const typed = cells[index]?.trim() ?? "";
    if (!definition || typed === "") return [];
    const read = readFactInput(definition, spoken(definition, typed));
    if (read.ok)
      return [{ fact: definition.name, year: definition.scope === "annual" ? year : null, value: read.value }];
    fail(definition.name, read.problem.replace("problem.", ""));
    return [];
  });
}

/** People write 是 and 否, and the Chinese name of a member. */
function spoken(definition: FactDefinition, typed: string): string {
  if (definition.type === "boolean") return typed === "是" ? "true" : typed === "否" ? "false" : typed.toLowerCase();
  return definition.values?.find((member) => member.zh === typed)?.value ?? typed;
}

function readEnum({ facts }: ImportRegistry, fact: string, typed: string): string | null {
  return facts.get(fact)?.values?.find((member) => member.value === typed || member.zh === typed)?.value ?? null;
}

function repeats(firms: readonly ImportedFirm[]): ImportProblem[] {
  const seen = new Set<string>();
  return firms
    .filter(({ creditCode }) => seen.has(creditCode) || !seen.add(creditCode))
    .map(({ row }) => ({ row, column: "creditCode", reason: "duplicate" }));
}

import { isPublished } from "~/features/policies/domain/published";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import type { PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { readNumber } from "~/kernel/reading/read-number";
import {
  isErrorCell,
  splitAtHeadings,
  tidyHeading,
  type SheetRow,
  type SheetTable,
} from "~/kernel/reading/sheet-table";
import { plainTyping, tidyCode } from "~/kernel/reading/typed-text";
import { readIndustry, type KnownCodes } from "~/features/policies/domain/read-code";
import { checkCreditCode } from "./credit-code";
import { readSpokenFact } from "~/features/policies/domain/fact-input";
import { reportingYear } from "./profile";

/** Registries a file of firms is checked against. */
export type ImportRegistry = KnownCodes & {
  facts: ReadonlyMap<string, FactDefinition>;
  parks: readonly string[];
  /** the day of the import: yearly figures without a year column are of its reporting year */
  today: PlainDate;
};

/** A mistake: row as the spreadsheet numbers it (the header is 1), column as it is headed, and why. */
export type ImportProblem = { row: number; column: string; reason: string };

export type ImportedFirm = {
  row: number;
  creditCode: string;
  /** the code fails the check digit: an official has to confirm it */
  codeState: "sound" | "toConfirm";
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

/** Checks a table of firms; a title may stand above the headings. With any problem nothing may be imported. */
export function readImport(table: SheetTable, registry: ImportRegistry): ImportReport {
  const nameOf = (title: string) => columnOf(tidyHeading(title), registry.facts);
  const { heading, body } = splitAtHeadings(table.rows, (title) => nameOf(title) !== null);
  const columns = heading.cells.map(nameOf);
  const wrong = headingProblems(heading, columns);
  if (wrong.length > 0) return { firms: [], problems: wrong };
  const problems: ImportProblem[] = table.faults
    .filter(({ row }) => row > heading.number)
    .map(({ row, column, reason }) => ({ row, column: heading.cells[column] ?? "", reason }));
  const firms = body.flatMap((row) => {
    const firm = readRow(row.cells, { row: row.number, header: heading.cells, columns, registry, problems });
    return firm ? [firm] : [];
  });
  return { firms, problems: [...problems, ...repeats(firms)] };
}

function headingProblems({ number, cells }: SheetRow, columns: readonly (string | null)[]): ImportProblem[] {
  const unknown = cells.flatMap((title, index) =>
    columns[index] === null && title.trim() !== "" ? [{ row: number, column: title, reason: "unknownColumn" }] : [],
  );
  const doubled = columns.flatMap((name, index) =>
    name !== null && columns.indexOf(name) < index
      ? [{ row: number, column: cells[index] ?? name, reason: "doubledColumn" }]
      : [],
  );
  const missing = required
    .filter((name) => !columns.includes(name))
    .map((name) => ({ row: number, column: name, reason: "missingColumn" }));
  return [...unknown, ...doubled, ...missing];
}

function columnOf(title: string, facts: ImportRegistry["facts"]): string | null {
  const known = base.find((name) => name === title) ?? baseNames[title];
  if (known) return known;
  const fact = facts.get(title) ?? [...facts.values()].find((definition) => tidyHeading(definition.zh) === title);
  return fact && fact.scope !== "case" && !isPublished(fact) ? fact.name : null;
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
  for (const [index, text] of cells.entries()) {
    if (isErrorCell(text)) fail(at.columns[index] ?? "", "cellError");
    else if (text.trim() !== "" && !at.columns[index]) fail(text, "noHeading");
  }
  if (at.problems.length > before) return null;
  const code = checkCreditCode(cell("creditCode"));
  if (!code.ok) fail("creditCode", code.reason);
  const row = baseOf(cell, at.registry, fail);
  const facts = readFacts(cells, at, row.year, fail);
  if (at.problems.length > before || !code.ok) return null;
  const { year: _year, ...firm } = row;
  return { row: at.row, creditCode: code.code, codeState: code.isDoubtful ? "toConfirm" : "sound", ...firm, facts };
}

type Fail = (name: BaseColumn, reason: string) => void;

/** What stands in a firm's own row; a cell that is wrong is reported and read as empty. */
function baseOf(cell: (name: BaseColumn) => string, registry: ImportRegistry, fail: Fail) {
  const or = <T>(name: BaseColumn, value: T | null, reason: string, empty: T): T => {
    if (value === null) fail(name, reason);
    return value ?? empty;
  };
  const region = tidyCode(cell("region"));
  const park = plainTyping(cell("park"));
  const reporting = reportingYear(registry.today);
  return {
    name: nameOf(cell("name"), fail),
    legalForm: or("legalForm", readEnum(registry, "legalForm", cell("legalForm")), "choose", ""),
    regionCode: or("region", registry.regions.has(region) ? region : null, "region", ""),
    industryCode: or("industry", readIndustry(cell("industry"), registry.industries), "industry", ""),
    park:
      park === ""
        ? null
        : or("park", registry.parks.find((known) => plainTyping(known) === park) ?? null, "choose", ""),
    registeredOn: dayOf(cell("registeredOn"), registry, fail),
    year: or("year", yearOf(cell("year"), reporting), "integer", reporting),
  };
}

/** Characters of a firm's name, as registration takes it. */
const mostName = 100;

/** A name as it is registered: a cell breaks long ones into lines. */
function nameOf(typed: string, fail: Fail): string {
  const name = typed.replace(/\s*[\r\n]+\s*/g, "");
  if (name === "") fail("name", "required");
  if ([...name].length > mostName) fail("name", "tooLong");
  return name;
}

function dayOf(typed: string, registry: ImportRegistry, fail: Fail): string | null {
  if (typed === "") return null;
  const definition = registry.facts.get("registeredOn");
  const day = readDate(typed);
  const problem = day.ok && definition && boundsProblem(day.value, definition, registry.today);
  const read = problem ? { ok: false as const, problem } : day;
  if (!read.ok) fail("registeredOn", read.problem.replace("problem.", ""));
  return read.ok ? read.value : null;
}

/** The year that figures are of: the reporting year where none is given; 1990 to the year after it. */
function yearOf(typed: string, reporting: number): number | null {
  if (typed === "") return reporting;
  const read = readNumber(typed, "年");
  const year = read.ok && /^\d{4}$/.test(read.value) ? Number(read.value) : 0;
  return year >= 1990 && year <= reporting + 1 ? year : null;
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
    const read = readSpokenFact(definition, typed, at.registry.today);
    if (read.ok)
      return [{ fact: definition.name, year: definition.scope === "annual" ? year : null, value: read.value }];
    fail(definition.name, read.problem.replace("problem.", ""));
    return [];
  });
}

function readEnum({ facts }: ImportRegistry, fact: string, text: string): string | null {
  const typed = plainTyping(text);
  return (
    facts.get(fact)?.values?.find((member) => member.value === typed || plainTyping(member.zh) === typed)?.value ?? null
  );
}

function repeats(firms: readonly ImportedFirm[]): ImportProblem[] {
  const seen = new Set<string>();
  return firms
    .filter(({ creditCode }) => seen.has(creditCode) || !seen.add(creditCode))
    .map(({ row }) => ({ row, column: "creditCode", reason: "duplicate" }));
}

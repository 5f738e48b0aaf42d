import { boundsProblem, never } from "~/features/policies/domain/fact-bounds";
import { yearOf, type PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { readNumber } from "~/kernel/reading/read-number";
import { plainTyping, tidyCode } from "~/kernel/reading/typed-text";
import { fieldsAsFacts, listCells, listText, mostEntries } from "~/features/policies/domain/list-fact";
import type { Entry, FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";

/** What a person typed, read as a value; or the translation key of what is wrong with it. */
export type ReadFact = { ok: true; value: FactValue } | { ok: false; problem: string };

/**
 * Reads what was typed for a fact, as the readers of the kernel understand numbers, days and codes; bounds are kept, of days
 * also those ahead of `today`; null where the day doesn't matter.
 */
export function readFactInput(definition: FactDefinition, typed: string, today: PlainDate | null): ReadFact {
  const read = readValue(definition, typed);
  if (definition.type === "list") return read;
  const problem = read.ok ? boundsProblem(read.value, definition, today) : null;
  return problem ? { ok: false, problem } : read;
}

/** The same of a cell of a table: people write 是 and 否 there, and the Chinese name of a member. */
export function readSpokenFact(definition: FactDefinition, typed: string, today: PlainDate | null): ReadFact {
  return readFactInput(definition, spoken(definition, plainTyping(typed)), today);
}

const yesAndNo: Readonly<Record<string, string>> = { 是: "true", 否: "false" };

function spoken({ type, values }: FactDefinition, text: string): string {
  if (type === "boolean") return yesAndNo[text] ?? text.toLowerCase();
  return values?.find((member) => plainTyping(member.zh) === text)?.value ?? text;
}

function readValue(definition: FactDefinition, typed: string): ReadFact {
  const text = typed.normalize("NFKC").trim();
  switch (definition.type) {
    case "boolean":
      return text === "true" || text === "false"
        ? { ok: true, value: text === "true" }
        : { ok: false, problem: "problem.yesNo" };
    case "enum":
      return definition.values?.some((member) => member.value === text)
        ? { ok: true, value: text }
        : { ok: false, problem: "problem.choose" };
    case "date":
      return readDate(typed);
    case "code":
      return readText(tidyCode(typed));
    case "string":
      return readText(text);
    case "list":
      return readList(definition, typed);
    case "year":
      return readYear(definition, typed);
    default:
      return readFigure(definition, typed);
  }
}

/** What is wrong with one typed field of an entry, as a translation key; null where it can be read. */
export function cellProblem(field: FactDefinition, typed: string): string | null {
  const read =
    typed.trim() === "" ? { ok: false as const, problem: "problem.required" } : readFactInput(field, typed, null);
  return read.ok ? null : read.problem;
}

/** A list as it is typed: one entry a line, its fields in the order of the registry; null where a field can't be read. */
function readList(definition: FactDefinition, typed: string): ReadFact {
  const fields = [...fieldsAsFacts(definition).values()];
  const lines = listCells(typed);
  if (lines.length === 0) return { ok: false, problem: "problem.required" };
  if (lines.length > mostEntries) return { ok: false, problem: "problem.listLong" };
  const entries: Entry[] = [];
  for (const cells of lines) {
    const read = fields.map((field, place) => readFactInput(field, cells[place] ?? "", null));
    if (cells.length > fields.length || read.some(({ ok }) => !ok)) return { ok: false, problem: "problem.list" };
    entries.push(
      Object.fromEntries(read.map((each, place) => [fields[place]!.name, each.ok ? each.value : ""])) as Entry,
    );
  }
  return { ok: true, value: entries };
}

function readText(text: string): ReadFact {
  if (text === "") return { ok: false, problem: "problem.required" };
  return text.length <= 200 ? { ok: true, value: text } : { ok: false, problem: "problem.tooLong" };
}

const wholeTypes: readonly string[] = ["integer", "year"];
/** Digits of the whole part that a JSON number keeps exactly. */
const exactDigits = 15;

const saysNever = new Set(["无", "没有", "从未", "none", "never"]);

/** A year, the year of a day, or a word for what never was. */
function readYear(definition: FactDefinition, typed: string): ReadFact {
  if (saysNever.has(typed.trim().toLowerCase())) return { ok: true, value: never };
  const day = readDate(typed);
  return day.ok ? { ok: true, value: yearOf(day.value) } : readFigure(definition, typed);
}

function readFigure(definition: FactDefinition, typed: string): ReadFact {
  const read = readNumber(typed, definition.unit);
  if (!read.ok) return read;
  const problem = faultOfFigure(definition.type, read.value);
  return problem === null ? { ok: true, value: Number(read.value) } : { ok: false, problem };
}

function faultOfFigure(type: FactDefinition["type"], text: string): string | null {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  if (fraction !== "" && wholeTypes.includes(type)) return "problem.integer";
  if (type === "yuan" && fraction.length > 2) return "problem.cents";
  if (whole.length <= exactDigits) return null;
  return text.startsWith("-") ? "problem.min" : "problem.max";
}

/** A value as it stands in a form field; of a list one entry a line. */
export function factInputValue(value: FactValue | undefined, { fields }: Pick<FactDefinition, "fields">): string {
  if (value === undefined) return "";
  return fields ? listText(value, fields) : String(value);
}

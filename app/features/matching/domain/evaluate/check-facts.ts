import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import { entriesOf, fieldsAsFacts, mostEntries } from "~/features/policies/domain/list-fact";
import { readCode, type KnownCodes } from "~/features/policies/domain/read-code";
import { isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";

/** What is wrong with a value given for a fact on a day, as a clause in English; null when it fits the registry. */
export function faultOfFact(value: unknown, definition: FactDefinition, today: PlainDate): string | null {
  const { min, max } = definition;
  const fault = faultOfType(value, definition);
  if (fault || boundsProblem(value, definition, today) === null) return fault;
  return definition.type === "date"
    ? `must lie in the years ${min} to ${max} and not too far ahead`
    : `must lie between ${min} and ${max}`;
}

function faultOfType(value: unknown, definition: FactDefinition): string | null {
  switch (definition.type) {
    case "boolean":
      return typeof value === "boolean" ? null : "must be true or false";
    case "integer":
    case "year":
      return Number.isSafeInteger(value) ? null : "must be a whole number";
    case "yuan":
    case "number":
    case "percent":
      return Number.isFinite(value) ? null : "must be a number";
    case "date":
      return typeof value === "string" && isPlainDate(value) ? null : "must be a date YYYY-MM-DD";
    case "enum":
      return faultOfMember(value, definition);
    case "string":
      return isText(value) ? null : "must be text";
    case "code":
      return isText(value) ? null : "must be a code of its registry";
    case "list":
      return faultOfEntries(value, definition);
  }
}

/** A list holds whole entries: every field of the registry, each fitting its own bounds, and no other. */
function faultOfEntries(value: unknown, definition: FactDefinition): string | null {
  const fields = fieldsAsFacts(definition);
  const entries = entriesOf(value);
  if (!entries || entries.length > mostEntries) return `must be a list of at most ${mostEntries} entries`;
  for (const [index, entry] of entries.entries()) {
    const stray = Object.keys(entry).find((name) => !fields.has(name));
    if (stray !== undefined) return `has an unknown field "${stray}" in entry ${index + 1}`;
    for (const [name, field] of fields) {
      const fault =
        faultOfType(entry[name], field) ?? (boundsProblem(entry[name], field, null) ? "lies out of bounds" : null);
      if (fault) return `has an entry ${index + 1} whose "${name}" ${fault}`;
    }
  }
  return null;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function faultOfMember(value: unknown, definition: FactDefinition): string | null {
  const members = (definition.values ?? []).map((entry) => entry.value);
  return members.some((member) => member === value) ? null : `must be one of ${members.join(", ")}`;
}

/**
 * A profile from outside: every name known, every value of its type; null counts as absent. Days and codes are read as people
 * write them (2020/1/2, 3411 for C3411); a text for a number and a code that is in no registry are faults.
 * @returns the facts, or the first fault as one line
 */
export function checkFacts(
  input: Readonly<Record<string, unknown>>,
  definitions: ReadonlyMap<string, FactDefinition>,
  codes: KnownCodes,
  today: PlainDate,
): { facts: Facts } | { fault: string } {
  const facts: Record<string, FactValue> = {};
  for (const [name, given] of Object.entries(input)) {
    const definition = definitions.get(name);
    if (!definition) return { fault: `unknown fact "${name}"` };
    if (given === null) continue;
    const value = understood(given, definition, codes);
    const fault = faultOfFact(value, definition, today);
    if (fault) return { fault: `fact "${name}" ${fault}, got ${JSON.stringify(given)}` };
    facts[name] = value as FactValue;
  }
  return { facts };
}

/** The value meant by what was given; what can't be understood stays as it is and is found wrong. */
function understood(given: unknown, definition: FactDefinition, codes: KnownCodes): unknown {
  if (typeof given !== "string") return given;
  if (definition.type === "code") return readCode(definition.name, given, codes);
  if (definition.type !== "date") return given;
  const read = readDate(given);
  return read.ok ? read.value : given;
}

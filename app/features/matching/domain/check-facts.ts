import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/policy-item";
import { isPlainDate } from "~/kernel/plain-date";

/** What is wrong with a value given for a fact, as a clause in English; null when it fits the registry. */
export function faultOfFact(value: unknown, definition: FactDefinition): string | null {
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
    case "code":
      return typeof value === "string" && value !== "" ? null : "must be text";
  }
}

function faultOfMember(value: unknown, definition: FactDefinition): string | null {
  const members = (definition.values ?? []).map((entry) => entry.value);
  return members.some((member) => member === value) ? null : `must be one of ${members.join(", ")}`;
}

/**
 * A profile from outside: every name known, every value of its type; null counts as absent.
 * @returns the facts, or the first fault as one line
 */
export function checkFacts(
  input: Readonly<Record<string, unknown>>,
  definitions: ReadonlyMap<string, FactDefinition>,
): { facts: Facts } | { fault: string } {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(input)) {
    const definition = definitions.get(name);
    if (!definition) return { fault: `unknown fact "${name}"` };
    if (value === null) continue;
    const fault = faultOfFact(value, definition);
    if (fault) return { fault: `fact "${name}" ${fault}, got ${JSON.stringify(value)}` };
    facts[name] = value as FactValue;
  }
  return { facts };
}

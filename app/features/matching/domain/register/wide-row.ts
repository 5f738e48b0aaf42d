import { isPlainDate } from "~/kernel/plain-date";
import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";

/** Types of the columns that hold facts. */
export type ColumnType = "boolean" | "double precision" | "text";

type Definitions = ReadonlyMap<string, FactDefinition>;

/** The type of a fact's column. */
export function columnType({ type }: Pick<FactDefinition, "type">): ColumnType {
  if (type === "boolean") return "boolean";
  return type === "list" || type === "enum" || type === "date" || type === "string" || type === "code"
    ? "text"
    : "double precision";
}

/** A profile as a row: facts that fit their column, and those that do not (wrong type, no such day, no such member, unknown fact). */
export function wideRow(facts: Facts, definitions: Definitions): { fitting: Facts; odd: Facts | null } {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  const fits = ([fact, value]: [string, FactValue]) => fitsColumn(value, definitions.get(fact));
  const odd = known.filter((entry) => !fits(entry));
  return { fitting: Object.fromEntries(known.filter(fits)), odd: odd.length > 0 ? Object.fromEntries(odd) : null };
}

function fitsColumn(value: FactValue, definition: FactDefinition | undefined): boolean {
  if (!definition) return false;
  if (boundsProblem(value, definition, null)) return false;
  const type = columnType(definition);
  if (type === "boolean") return typeof value === "boolean";
  if (type === "double precision") return typeof value === "number" && Number.isFinite(value);
  return typeof value === "string" && fitsText(value, definition);
}

function fitsText(value: string, { type, values }: FactDefinition): boolean {
  if (type === "date") return isPlainDate(value);
  if (type === "enum") return (values ?? []).some((member) => member.value === value);
  return !value.includes("\u0000");
}

import { isPlainDate } from "~/kernel/plain-date";
import type { FactDefinition, FactValue } from "~/features/policies/domain/policy-item";

/** What a person typed, read as a value; or the translation key of what is wrong with it. */
export type ReadFact = { ok: true; value: FactValue } | { ok: false; problem: string };

/** Reads what was typed for a fact: full-width digits, separators and 万 / 亿 are understood; bounds are kept. */
export function readFactInput(definition: FactDefinition, typed: string): ReadFact {
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
      return isPlainDate(text) ? { ok: true, value: text } : { ok: false, problem: "problem.date" };
    case "string":
    case "code":
      return text.length <= 200 ? { ok: true, value: text } : { ok: false, problem: "problem.tooLong" };
    default:
      return readNumber(definition, text);
  }
}

const scale: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

function readNumber(definition: FactDefinition, text: string): ReadFact {
  const found = /^(-?\d+(?:\.\d+)?)\s*([万亿])?元?%?$/.exec(text.replaceAll(",", "").replaceAll(" ", ""));
  if (!found) return { ok: false, problem: "problem.number" };
  const value = Number(`${found[1]}e${scale[found[2] ?? ""] ?? 0}`);
  if ((definition.type === "integer" || definition.type === "year") && !Number.isInteger(value))
    return { ok: false, problem: "problem.integer" };
  if (definition.min !== null && value < definition.min) return { ok: false, problem: "problem.min" };
  if (definition.max !== null && value > definition.max) return { ok: false, problem: "problem.max" };
  return { ok: true, value };
}

/** A value as it stands in a form field. */
export function factInputValue(value: FactValue | undefined): string {
  return value === undefined ? "" : String(value);
}

import type { FactDefinition } from "./policy-item";

/** What a form needs to ask for a fact. */
export function questionOf({ name, type, zh, en, unit, help, helpEn, values, fields }: FactDefinition) {
  return { name, type, zh, en, unit, help, helpEn, values, fields };
}

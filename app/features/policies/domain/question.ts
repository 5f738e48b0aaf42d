import { factLabel } from "./fact-label";
import type { FactDefinition } from "./fact-definition";

/** What a form needs to ask for a fact. */
export function questionOf(fact: FactDefinition) {
  const { name, type, unit, help, helpEn, values, fields } = fact;
  const [zh, en] = [factLabel(fact, "zh"), factLabel(fact, "en")];
  return { name, type, zh, en, unit, help, helpEn, values, fields };
}

import type { FactDefinition, Facts, FactValue } from "./fact-definition";
import { readCode, type KnownCodes } from "./read-code";
import { readFactInput } from "./fact-input";
import type { PlainDate } from "~/kernel/plain-date";

/** Facts that most items of the catalogue hang on and that everybody can answer at once. */
export const quickFacts = [
  "size",
  "annualRevenue",
  "employees",
  "aboveScale",
  "specializedNewLevel",
  "independentLegalEntity",
  "dishonestListed",
  "ownership",
] as const;

type Registry = KnownCodes & { facts: ReadonlyMap<string, FactDefinition> };

function readSaid(definition: FactDefinition, text: string, registry: Registry, today: PlainDate): FactValue | null {
  if (definition.type === "code") return readCode(definition.name, text, registry);
  const read = readFactInput(definition, text, today);
  return read.ok ? read.value : null;
}

/** What a visitor said in an address: unknown or wrong values count as not said. */
export function readQuickFacts(parameters: URLSearchParams, registry: Registry, today: PlainDate): Facts {
  const said = [...parameters].flatMap(([name, text]) => {
    const definition = registry.facts.get(name);
    const value = definition && text.trim() !== "" ? readSaid(definition, text, registry, today) : null;
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

import type { FactDefinition, Facts } from "./policy-item";
import { readFactInput } from "~/features/enterprises/domain/fact-input";

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

/** What a visitor said in an address: unknown or wrong values count as not said. */
export function readQuickFacts(parameters: URLSearchParams, definitions: ReadonlyMap<string, FactDefinition>): Facts {
  const said = [...parameters].flatMap(([name, text]) => {
    const definition = definitions.get(name);
    const read = definition && text.trim() !== "" ? readFactInput(definition, text) : null;
    return read?.ok ? [[name, read.value] as const] : [];
  });
  return Object.fromEntries(said);
}

import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";
import type { CodeNames, Language } from "./value-words";

/** Names of regions (GB/T 2260) and industries (GB/T 4754) out of the registries, in the language of the page. */
export function codeNames(registries: Pick<Catalogue, "regions" | "industries">, language: Language): CodeNames {
  return {
    region: (code) => regionName(registries.regions, code, language),
    industry: (code) => {
      const industry = registries.industries.get(code);
      return (language === "zh" ? industry?.name : industry?.en) ?? null;
    },
  };
}

import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Language } from "~/i18n/translation";
import type { Dimension } from "./figures";

type Registry = Pick<Catalogue, "themes" | "regions" | "industries">;

/**
 * What a key of a cut is called, but for departments (`office-names.ts`); keys no registry knows (left the catalogue
 * since) are shown as they are.
 */
export function nameOf(
  registry: Registry,
  language: Language,
  dimension: Exclude<Dimension, "size" | "department">,
  key: string,
): string {
  switch (dimension) {
    case "theme":
      return registry.themes.find(({ zh }) => zh === key)?.[language] ?? key;
    case "region":
      return registry.regions.get(key)?.[language] ?? key;
    case "section":
      return sectionName(registry, language, key);
  }
}

function sectionName({ industries }: Registry, language: Language, key: string): string {
  const section = industries.get(key);
  return (language === "en" && section?.en) || section?.name || key;
}

/** A sum short enough for the end of a bar: 万元 and 亿元, or k and m. `yuan` is a plain number: it is drawn, not counted with. */
export function shortYuan(yuan: number, language: Language): string {
  const units: readonly [number, string][] =
    language === "en"
      ? [
          [1_000_000, "m"],
          [1_000, "k"],
        ]
      : [
          [100_000_000, " 亿元"],
          [10_000, " 万元"],
        ];
  const [size, word] = units.find(([each]) => Math.abs(yuan) >= each) ?? [1, language === "en" ? "" : " 元"];
  const figure = Math.round((yuan / size) * 10) / 10;
  return `${language === "en" ? "CNY " : ""}${figure}${word}`;
}

import { factLabel } from "~/features/policies/domain/fact-label";
import { fieldsAsFacts } from "~/features/policies/domain/list-fact";
import { places } from "~/features/policies/domain/places";
import { regionName } from "~/features/policies/domain/catalogue";
import { quantityInWords, type Language } from "~/features/policies/domain/value-words";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";

/** What the form offers: facts, places, offices, themes, groups that exist, in the language of the page. */
export function editorChoices({ registry }: PublishedCatalogue, language: Language) {
  const groupOf = new Map(registry.groups.map((group) => [group.key, group[language]]));
  return {
    facts: [...registry.facts.values()].map((fact): FactChoice => {
      const group = groupOf.get(fact.group) ?? fact.group;
      const fields = [...fieldsAsFacts(fact).values()].map((field) => choiceOf(field, fact[language], language));
      const published = publishedOf(fact, registry.regions, language);
      return { ...choiceOf(fact, group, language), fields: fact.type === "list" ? fields : null, published };
    }),
    places: places(registry).map(({ code, zh, en, depth }) => ({
      value: code,
      label: `${"　".repeat(depth)}${language === "zh" ? zh : en}`,
    })),
    departments: registry.departments.map(({ id, level, zh, en, names }) => ({
      id,
      level,
      label: language === "zh" ? zh : en,
      name: names[0] ?? zh,
      names,
    })),
    themes: registry.themes.map((theme) => ({ value: theme.zh, label: theme[language] })),
    exclusiveGroups: [...new Set(registry.items.flatMap((item) => item.exclusiveGroup ?? []))].sort(),
    quotaGroups: [...new Set(registry.items.flatMap((item) => item.quota?.group ?? []))].sort(),
    sharedCaps: [...new Set(registry.items.flatMap((item) => item.amount.sharedCap?.group ?? []))].sort(),
  };
}

/** A fact as the form offers it; `fields` of a list are those of its entries, `published` what offices publish of it by place. */
export type FactChoice = ReturnType<typeof choiceOf> & {
  fields: ReturnType<typeof choiceOf>[] | null;
  published: ReturnType<typeof publishedOf>;
};

/** What is held of a figure that offices publish (`rules/parameters`), the latest of each place first; null of any other fact. */
function publishedOf(
  { published, unit }: FactDefinition,
  regions: PublishedCatalogue["registry"]["regions"],
  language: Language,
) {
  if (!published) return null;
  return [...published]
    .sort((a, b) => (a.region === b.region ? (a.from < b.from ? 1 : -1) : a.region < b.region ? -1 : 1))
    .map(({ region, value, ...entry }) => ({
      ...entry,
      place: regionName(regions, region, language) ?? region,
      figure: quantityInWords(value, unit, language),
    }));
}

function choiceOf(fact: FactDefinition, group: string, language: Language) {
  return {
    name: fact.name,
    label: factLabel(fact, language),
    group,
    type: fact.type,
    unit: fact.unit,
    scope: fact.scope,
    min: fact.min,
    max: fact.max,
    values: fact.values?.map((member) => ({ value: member.value, label: member[language] })) ?? null,
  };
}

export type Choices = ReturnType<typeof editorChoices>;

import { places } from "~/features/policies/domain/places";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { Language } from "~/i18n/translation";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { nameOf } from "../domain/figure-names";
import { officeNames } from "../domain/office-names";
import type { FilterChoices } from "../ui/monitor-filters";

/** Years before this one that can be looked at. */
const yearsBack = 3;

/** What the filters offer: departments that lead an item, and the registries, named in one language. */
export function filterChoices(
  { catalogue, clock }: Pick<AppContext, "catalogue" | "clock">,
  language: Language,
): FilterChoices {
  const { registry } = catalogue;
  const office = officeNames(catalogue, language);
  const thisYear = yearOf(shanghaiDay(clock.now()));
  const sections = [...registry.industries.values()]
    .filter(({ code }) => code.length === 1)
    .map(({ code }) => code)
    .sort();
  return {
    years: Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back),
    departments: leading(catalogue).map((id) => ({ value: id, label: office(id) })),
    themes: registry.themes.map((theme) => ({ value: theme.zh, label: theme[language] })),
    sections: sections.map((code) => ({
      value: code,
      label: `${code} ${nameOf(registry, language, "section", code)}`,
    })),
    places: places(registry),
  };
}

/** In the registry's order, names the registry lacks last. */
function leading({ items, registry }: PublishedCatalogue): string[] {
  const wanted = new Set(items.map(({ redemption }) => redemption.leadDepartmentId));
  const known = registry.departments.map(({ id }) => id).filter((id) => wanted.has(id));
  return [...known, ...[...wanted].filter((id) => !known.includes(id)).sort()];
}

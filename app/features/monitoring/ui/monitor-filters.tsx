import { useWords } from "~/i18n/use-words";
import type { Place } from "~/features/policies/domain/places";
import { placeOptions } from "~/features/policies/ui/place-options";
import { useLanguage } from "~/i18n/use-language";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { sizes } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";

type Option = { value: string; label: string };
export type FilterChoices = {
  years: number[];
  departments: Option[];
  themes: Option[];
  sections: Option[];
  places: Place[];
};

/** What the dashboard can be narrowed to. */
export function MonitorFilters({ filter, choices }: { filter: MonitorFilter; choices: FilterChoices }) {
  const { t } = useWords("monitoring");
  const language = useLanguage();
  const all = t("all", { ns: "common" });
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  const sizeOptions = sizes.map((value) => ({ value, label: t(`size.${value}`, { ns: "common" }) }));
  return (
    <FilterBar active={Object.values(filter).some((value) => value !== undefined)}>
      <FilterSelect
        name="year"
        label={t("year")}
        value={filter.year === undefined ? undefined : String(filter.year)}
        options={years}
        all={all}
      />
      <FilterSelect
        name="department"
        label={t("department")}
        value={filter.department}
        options={choices.departments}
        all={all}
      />
      <FilterSelect name="theme" label={t("theme")} value={filter.theme} options={choices.themes} all={all} />
      <FilterSelect
        name="region"
        label={t("region")}
        value={filter.region}
        options={placeOptions(choices.places, language)}
        all={all}
      />
      <FilterSelect name="section" label={t("section")} value={filter.section} options={choices.sections} all={all} />
      <FilterSelect name="size" label={t("size")} value={filter.size} options={sizeOptions} all={all} />
    </FilterBar>
  );
}

import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";

export type OfficeOptions = {
  departments: { value: string; zh: string; en: string }[];
  regions: { value: string; zh: string; en: string }[];
};

/** Departments and the places officials work in, for choosing. */
export function officeOptions({ registry }: PublishedCatalogue): OfficeOptions {
  const existing = [...registry.regions.values()].filter(({ endedOn }) => endedOn === undefined);
  return {
    departments: registry.departments.map(({ id, zh, en }) => ({ value: id, zh, en })),
    regions: existing.map(({ code, zh, en }) => ({
      value: code,
      zh: `${code} ${zh}`,
      en: `${code} ${en}`,
    })),
  };
}

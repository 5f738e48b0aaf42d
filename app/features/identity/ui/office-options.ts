import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";

export type OfficeOptions = {
  departments: { value: string; zh: string; en: string }[];
  regions: { value: string; zh: string; en: string }[];
};

/** Departments and the places officials work in, for choosing. */
export function officeOptions({ registry }: PublishedCatalogue): OfficeOptions {
  return {
    departments: registry.departments.map(({ id, zh, en }) => ({ value: id, zh, en })),
    regions: [...registry.regions.values()].map(({ code, zh, en }) => ({
      value: code,
      zh: `${code} ${zh}`,
      en: `${code} ${en}`,
    })),
  };
}

import { officesName } from "~/features/policies/domain/offices";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { Language } from "~/i18n/translation";

type Published = {
  registry: Pick<PublishedCatalogue["registry"], "departments" | "regions">;
  items: readonly { redemption: { leadDepartmentId: string; regionCode: string } }[];
};

/** What a department that leads items is called where its figures are of all its places together. */
export function officeNames({ registry, items }: Published, language: Language): (departmentId: string) => string {
  const places = new Map<string, Set<string>>();
  for (const { redemption } of items) {
    const known = places.get(redemption.leadDepartmentId) ?? new Set<string>();
    places.set(redemption.leadDepartmentId, known.add(redemption.regionCode));
  }
  return (departmentId) =>
    officesName(registry, { departmentId, regions: [...(places.get(departmentId) ?? [])].sort() }, language);
}

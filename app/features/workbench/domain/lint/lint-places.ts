import { departmentName, namesPlace } from "~/features/policies/domain/department-name";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Finding } from "./finding";

export type PlaceRegistry = Pick<Catalogue, "departments" | "regions" | "departmentIdOf">;
type Found = Omit<Finding, "itemId">;

/** Issuers and departments below the nation that no page could say the place of. */
export function lintPlaces(item: PolicyItem, registry: PlaceRegistry): Found[] {
  if (item.level === "national" || item.document.demo) return [];
  const departments = [item.department, ...item.coDepartments].map((name) => ({
    path: name === item.department ? "/department" : "/coDepartments",
    name: departmentName(registry, item, name).zh,
  }));
  return [{ path: "/document/issuer", name: item.document.issuer }, ...departments]
    .filter(({ name }) => !namesPlace(name, registry.regions))
    .map(({ path, name }) => ({ code: "placeless", path, values: { words: name } }));
}

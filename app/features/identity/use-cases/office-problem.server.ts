import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { dutyProblem } from "../domain/duties";
import type { Office } from "../identity.schema";

/** What stands against an official's office and roles, as field and translation key. */
export function officeProblem(
  { registry }: PublishedCatalogue,
  office: Office,
): { field: string; problem: string } | null {
  const { departmentId, regionCode, roles } = office;
  if (departmentId && !registry.departments.some(({ id }) => id === departmentId))
    return { field: "departmentId", problem: "problem.choose" };
  if (regionCode && !registry.regions.has(regionCode)) return { field: "regionCode", problem: "problem.region" };
  const duty = dutyProblem(roles, office);
  return duty && { field: duty === "officeNeeded" ? "departmentId" : "roles", problem: `problem.${duty}` };
}

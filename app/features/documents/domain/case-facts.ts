import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { CaseRecord } from "~/features/redemption/domain/case-record";
import { governmentOf, officeName } from "~/features/policies/domain/offices";

/** A case with the names of places and offices, as official documents state them. */
export type CaseFacts = CaseRecord & {
  region: string;
  offices: { lead: string; co: readonly string[]; /** decides on a reconsideration */ government: string | null };
};

/** Adds the names that only the registries know. */
export function caseFacts(record: CaseRecord, registry: Pick<Catalogue, "departments" | "regions">): CaseFacts {
  const { leadDepartmentId, coDepartmentIds, regionCode } = record.config;
  return {
    ...record,
    region: registry.regions.get(record.firm.regionCode)?.zh ?? "",
    offices: {
      lead: officeName(registry, leadDepartmentId, regionCode),
      co: coDepartmentIds.map((id) => officeName(registry, id, regionCode)),
      government: governmentOf(registry, regionCode),
    },
  };
}

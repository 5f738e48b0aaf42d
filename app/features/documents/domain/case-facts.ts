import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { CaseRecord } from "~/features/redemption/domain/case-record";
import { redemption } from "~/features/redemption/redemption.zh";
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

/** Where a figure comes from, in the words of the desk. */
export function sourceInWords(source: string): string {
  const words: Readonly<Record<string, string>> = redemption.case.sources;
  return words[source] ?? source;
}

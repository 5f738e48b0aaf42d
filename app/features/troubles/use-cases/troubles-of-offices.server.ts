import { officeName } from "~/features/documents/domain/offices";
import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { troublesByOffice } from "../adapters/trouble.repository.server";

/** What can't go on at each office, for who watches over all of them: most of what is late first. */
export async function troublesOfOffices(
  { tx, clock, catalogue }: Pick<Deps, "tx" | "clock" | "catalogue">,
  language: "zh" | "en",
): Promise<{ departmentId: string | null; office: string | null; count: number; late: number }[]> {
  const rows = await troublesByOffice(tx, shanghaiDay(clock.now()));
  return rows.map(({ departmentId, regionCode, count, late }) => ({
    departmentId,
    office: departmentId && nameOf(catalogue.registry, { departmentId, regionCode: regionCode ?? "" }, language),
    count,
    late,
  }));
}

function nameOf(
  registry: Catalogue,
  { departmentId, regionCode }: { departmentId: string; regionCode: string },
  language: "zh" | "en",
): string {
  if (language === "zh") return officeName(registry, departmentId, regionCode);
  const name = registry.departments.find(({ id }) => id === departmentId)?.en ?? departmentId;
  return `${name}, ${regionName(registry.regions, regionCode, language) ?? regionCode}`;
}

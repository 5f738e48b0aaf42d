import { officeNameIn } from "~/features/policies/domain/offices";
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
    office: departmentId && officeNameIn(catalogue.registry, { departmentId, regionCode: regionCode ?? "" }, language),
    count,
    late,
  }));
}

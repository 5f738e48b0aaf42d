import type { Language } from "~/i18n/translation";
import type { AppContext } from "~/platform/context.server";
import { envelopeName } from "../adapters/cases.repository.server";
import { nameOf } from "../domain/figure-names";
import { officeNames } from "../domain/office-names";
import type { CaseFilter } from "../monitoring.schema";
import { monitoringWords } from "../words.server";

export type FilterWord = { name: keyof CaseFilter; label: string; value: string };

/** What a list is narrowed to, in words. */
export async function filterWords(
  { prisma, catalogue }: Pick<AppContext, "prisma" | "catalogue">,
  filter: CaseFilter,
  language: Language,
): Promise<FilterWord[]> {
  const { monitoring, common } = monitoringWords[language];
  const named = (dimension: "theme" | "region" | "section", key?: string) =>
    key && nameOf(catalogue.registry, language, dimension, key);
  const words: [keyof CaseFilter, string, string | undefined][] = [
    ["year", monitoring.year, filter.year?.toString()],
    ["department", monitoring.department, filter.department && officeNames(catalogue, language)(filter.department)],
    ["theme", monitoring.theme, named("theme", filter.theme)],
    ["region", monitoring.region, named("region", filter.region)],
    ["place", monitoring.filter.place, named("region", filter.place)],
    ["section", monitoring.section, named("section", filter.section)],
    ["size", monitoring.size, filter.size && common.size[filter.size]],
    ["month", monitoring.month, filter.month],
    ["stage", monitoring.filter.stage, filter.stage && monitoring.scope[filter.stage]],
    ["task", monitoring.filter.task, filter.task && monitoring.stage[filter.task]],
    ["late", monitoring.filter.late, filter.late && common.yes],
    [
      "envelope",
      monitoring.filter.envelope,
      filter.envelope && ((await envelopeName(prisma, filter.envelope)) ?? common.unknown),
    ],
  ];
  return words.flatMap(([name, label, value]) => (value ? [{ name, label, value }] : []));
}

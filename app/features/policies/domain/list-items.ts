import type { PlainDate } from "~/kernel/plain-date";
import { z } from "zod";
import { isForRegion, regionChain } from "./catalogue";
import { departmentName } from "./department-name";
import { levels, modes, supports, type PolicyItem } from "./policy-item";
import type { PublishedCatalogue } from "./published-catalogue";
import { standingOf, standings, stateOn } from "./validity";

export const itemFilterSchema = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .catch(undefined),
  theme: z.string().max(20).optional().catch(undefined),
  department: z.string().max(60).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  support: z.enum(supports).optional().catch(undefined),
  mode: z.enum(modes).optional().catch(undefined),
  standing: z
    .enum([...standings, "demo"])
    .default("inForce")
    .catch("inForce"),
  page: z.coerce.number().int().min(1).default(1).catch(1),
});
export type ItemFilter = z.infer<typeof itemFilterSchema>;

/** The filter an address holds. */
export function readItemFilter(url: URL): ItemFilter {
  return itemFilterSchema.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== "")));
}

/** Items a visitor asks for, those of the smallest place first. */
export function listItems(catalogue: PublishedCatalogue, filter: ItemFilter, today: PlainDate): PolicyItem[] {
  const chain = filter.region ? regionChain(catalogue.registry.regions, filter.region) : null;
  const words = filter.q?.toLowerCase().split(/\s+/) ?? [];
  const found = catalogue.items
    .map(({ item }) => item)
    .filter(
      (item) =>
        (chain === null || isForRegion(item, chain)) &&
        listOf(item, today) === filter.standing &&
        (filter.theme === undefined || item.theme === filter.theme) &&
        (filter.department === undefined || departmentName(catalogue.registry, item).zh === filter.department) &&
        fitsKind(item, filter) &&
        words.every((word) => textOf(item).includes(word)),
    );
  return found.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
}

/** What is of the demonstration zone has a list of its own, so that no count holds it. */
function listOf(item: PolicyItem, today: PlainDate): ItemFilter["standing"] {
  return item.document.demo ? "demo" : standingOf(stateOn(item, today));
}

function fitsKind(item: PolicyItem, { level, support, mode }: ItemFilter): boolean {
  return (!level || item.level === level) && (!support || item.support === support) && (!mode || item.mode === mode);
}

function textOf(item: PolicyItem): string {
  const { title, summary, english, document, department, theme } = item;
  return [title, summary, english?.title, english?.summary, document.title, department, theme].join(" ").toLowerCase();
}

import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";
import { namesPlace, placed } from "~/features/policies/domain/department-name";

type Registry = Pick<Catalogue, "departments" | "regions">;

/** The full name of an office: registered names begin with 市 or 区, which stands for the place. */
export function officeName({ departments, regions }: Registry, departmentId: string, regionCode: string): string {
  const name = departments.find((each) => each.id === departmentId)?.zh ?? departmentId;
  const place = regions.get(regionCode);
  if (!place || place.level === "national") return name;
  if (name.startsWith("各")) return `${place.zh}${name.slice(2)}`;
  return namesPlace(name, regions) ? name : placed(name, place.zh);
}

/** The same in the reader's language; the department before its place in English. */
export function officeNameIn(
  registry: Registry,
  { departmentId, regionCode }: { departmentId: string; regionCode: string },
  language: "zh" | "en",
): string {
  if (language === "zh") return officeName(registry, departmentId, regionCode);
  const name = registry.departments.find(({ id }) => id === departmentId)?.en ?? departmentId;
  return `${name}, ${regionName(registry.regions, regionCode, language) ?? regionCode}`;
}

/** A department of a case by the offices that had the case; its registered name where none of them is of it. */
export function officeAmong(
  registry: Registry,
  { offices, departmentId }: { offices: readonly { departmentId: string; regionCode: string }[]; departmentId: string },
  language: "zh" | "en",
): string {
  const own = offices.find((office) => office.departmentId === departmentId);
  if (own) return officeNameIn(registry, own, language);
  return registry.departments.find(({ id }) => id === departmentId)?.[language] ?? departmentId;
}

/** What departments of one name in several places are called together: 县财政局（当涂县等3地）; the office itself where there is one. */
export function officesName(
  registry: Registry,
  { departmentId, regions }: { departmentId: string; regions: readonly string[] },
  language: "zh" | "en",
): string {
  const [first, ...others] = regions;
  const known = registry.departments.find(({ id }) => id === departmentId);
  const name = known?.[language] ?? departmentId;
  if (first === undefined || known?.level === "national") return name;
  if (others.length === 0) return officeNameIn(registry, { departmentId, regionCode: first }, language);
  const place = regionName(registry.regions, first, language) ?? first;
  return language === "zh"
    ? `${name}（${place}等${regions.length}地）`
    : `${name} (${place} and ${others.length} more)`;
}

/** The people's government that decides on a reconsideration of what its department did (行政复议法, art. 24). */
export function governmentOf({ regions }: Pick<Registry, "regions">, regionCode: string): string | null {
  const region = regions.get(regionCode);
  return region && region.level !== "national" ? `${region.zh}人民政府` : null;
}

/** The short sign of an office in document numbers (代字): place, function, 惠. */
export function officeMark({ departments, regions }: Registry, departmentId: string, regionCode: string): string {
  const department = departments.find((each) => each.id === departmentId);
  const place = [...(regions.get(regionCode)?.zh ?? "国")][0] ?? "国";
  const work = department?.authority?.split("/")[0] ?? "政";
  return `${place === "全" ? "国" : place}${work}惠`;
}

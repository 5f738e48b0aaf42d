import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";

type Registry = Pick<Catalogue, "departments" | "regions">;

/** The full name of an office: registered names begin with 市 or 区, which stands for the place. */
export function officeName({ departments, regions }: Registry, departmentId: string, regionCode: string): string {
  const name = departments.find((each) => each.id === departmentId)?.zh ?? departmentId;
  const place = regions.get(regionCode)?.zh;
  if (!place) return name;
  if (name.startsWith("各")) return `${place}${name.slice(2)}`;
  return /^[省市区县](?!区)/.test(name) ? `${place}${name.slice(1)}` : name;
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

import type { Bilingual } from "~/kernel/bilingual";
import type { Catalogue } from "./catalogue";
import type { PolicyItem } from "./policy-item";

type Registry = Pick<Catalogue, "departments" | "regions" | "departmentIdOf">;
type Item = Pick<PolicyItem, "department" | "level" | "region">;

/** A department as readers need it: with its place. Texts of a place leave it out (县财政局), which elsewhere names nobody. */
export function departmentName(
  registry: Registry,
  { department, level, region }: Item,
  name: string = department,
): Bilingual {
  const id = registry.departmentIdOf(name, level);
  const known = registry.departments.find((each) => each.id === id);
  const place = registry.regions.get(region);
  const en = known?.en ?? name;
  if (!place || level === "national") return { zh: name, en };
  return { zh: namesPlace(name, registry.regions) ? name : placed(name, place.zh), en: `${en}, ${place.en}` };
}

/** The departments that lead some items, each once with its place, as a filter offers them; its Chinese name is what it filters by. */
export function departmentChoices(items: readonly Item[], registry: Registry): Bilingual[] {
  const named = new Map(items.map((item) => departmentName(registry, item)).map((name) => [name.zh, name]));
  return [...named.values()].sort((left, right) => left.zh.localeCompare(right.zh, "zh"));
}

/** A registered name with its place: 县财政局 of 当涂县 is 当涂县财政局, 经开区商务金融局 of 昆明市 昆明市经开区商务金融局. */
export function placed(name: string, place: string): string {
  return /^[省市区县](?!区)/.test(name) ? `${place}${name.slice(1)}` : `${place}${name}`;
}

/** Whether a name says of which place it is (安徽金融监管局), by the registered places without their 省, 市, 区, 县. */
export function namesPlace(name: string, regions: Catalogue["regions"]): boolean {
  return [...regions.values()].some(({ zh, level }) => level !== "national" && name.includes(stemOf(zh)));
}

function stemOf(place: string): string {
  return place.length > 2 ? place.replace(/[省市区县]$/, "") : place;
}

/** The phone of an item's office, where one is registered: demonstration offices have fictitious ones of their own. */
export function phoneOf(
  { departments, demoPhones }: Pick<Catalogue, "departments" | "demoPhones">,
  item: Pick<PolicyItem, "document" | "region">,
  departmentId: string,
): string | null {
  if (item.document.demo)
    return demoPhones.find((each) => each.department === departmentId && each.region === item.region)?.phone ?? null;
  return departments.find(({ id }) => id === departmentId)?.phones?.[item.region] ?? null;
}

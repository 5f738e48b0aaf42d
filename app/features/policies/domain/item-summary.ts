import type { Catalogue } from "./catalogue";
import { departmentName } from "./department-name";
import { itemName, itemWords } from "./item-name";
import type { PolicyItem } from "./policy-item";

type Registry = Pick<Catalogue, "departments" | "regions" | "departmentIdOf" | "themes">;

/** What a list shows of an item. */
export function itemSummary(item: PolicyItem, registry: Registry) {
  const { id, level, theme, support, mode, document } = item;
  const themeEn = registry.themes.find(({ zh }) => zh === theme)?.en ?? theme;
  return {
    id,
    title: itemName(item),
    summary: itemWords(item),
    level,
    theme: { zh: theme, en: themeEn },
    department: departmentName(registry, item),
    support,
    mode,
    demo: document.demo === true,
  };
}

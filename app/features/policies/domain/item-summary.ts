import { itemName, itemWords } from "./item-name";
import type { PolicyItem } from "./policy-item";

/** What a list shows of an item. */
export function itemSummary(item: PolicyItem) {
  const { id, level, theme, department, support, mode, document } = item;
  return {
    id,
    title: itemName(item),
    summary: itemWords(item),
    level,
    theme,
    department,
    support,
    mode,
    demo: document.demo === true,
  };
}

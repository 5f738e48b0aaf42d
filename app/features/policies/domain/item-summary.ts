import type { PolicyItem } from "./policy-item";

/** What a list shows of an item. */
export function itemSummary({ id, title, summary, level, theme, department, support, mode, document }: PolicyItem) {
  return { id, title, summary, level, theme, department, support, mode, demo: document.demo === true };
}

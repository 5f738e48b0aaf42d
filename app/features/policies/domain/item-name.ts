import type { Bilingual } from "~/kernel/bilingual";
import type { PolicyItem } from "./policy-item";

/** What an item is called in both languages; one without English is called by its Chinese title. */
export function itemName({ title, english }: Pick<PolicyItem, "title" | "english">): Bilingual {
  return { zh: title, en: english?.title ?? title };
}

/** What an item says it gives, in both languages. */
export function itemWords({ summary, english }: Pick<PolicyItem, "summary" | "english">): Bilingual {
  return { zh: summary, en: english?.summary ?? summary };
}

/** The name of an item by its id; the id itself where there is no such item any more. */
export function nameById(byId: ReadonlyMap<string, { item: PolicyItem }>, id: string): Bilingual {
  const found = byId.get(id);
  return found ? itemName(found.item) : { zh: id, en: id };
}

/** The name of an item as its row has it. */
export function rowName({ title, titleEn }: { title: string; titleEn: string | null }): Bilingual {
  return { zh: title, en: titleEn ?? title };
}

import type { PlainDate } from "~/kernel/plain-date";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { explanationView, type ExplanationView } from "../domain/explain/explanation-view";
import { slotValues } from "../domain/evaluate/fact-slots";
import type { Language } from "~/features/policies/domain/value-words";
import { compiledCatalogue } from "./compiled-catalogue.server";

/** Every condition of an item beside the firm's own figures, in words; with no facts it is the rule itself. */
export function explainItem(
  catalogue: PublishedCatalogue,
  itemId: string,
  facts: Facts,
  today: PlainDate,
  language: Language,
): ExplanationView | null {
  const compiled = compiledCatalogue(catalogue);
  const item = compiled.byId.get(itemId);
  if (!item) return null;
  return explanationView(item.explain(slotValues(facts, compiled.slots), today), catalogue.registry, language, facts);
}

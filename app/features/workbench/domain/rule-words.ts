import { compileExplanation } from "~/features/matching/domain/explain/explain";
import { explanationView, type ExplanationView } from "~/features/matching/domain/explain/explanation-view";
import { factSlots, slotValues } from "~/features/matching/domain/evaluate/fact-slots";
import { buildRule } from "~/features/matching/domain/evaluate/rule";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Language } from "~/features/policies/domain/value-words";
import type { PlainDate } from "~/kernel/plain-date";

type Around = { catalogue: Catalogue; today: PlainDate; language: Language };

/** Conditions in words, with what must hold together and what is enough alone; of no firm. */
export function ruleInWords(conditions: Condition, { catalogue, today, language }: Around): ExplanationView {
  const slots = factSlots();
  const rule = compileExplanation(buildRule(conditions, slots), catalogue.facts)(slotValues({}, slots), today);
  return explanationView(rule, catalogue, language, {});
}

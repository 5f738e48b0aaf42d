import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { epochDay, isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { dayOfChange } from "./advice";
import type { Changeability } from "../explain/changeability";
import { codeNames } from "~/features/policies/domain/code-names";
import type { Change, Plan } from "./counterfactual";
import type { Gap } from "~/features/policies/domain/gap";
import { gapWithYuan } from "../explain/gap-yuan";
import { noneOfThese } from "../evaluate/representatives";
import { rangeInWords } from "~/features/policies/domain/condition-words";
import { factInWords, separator, type Language } from "~/features/policies/domain/value-words";

/** One change in words, ready for a page. */
export type ChangeView = {
  fact: string;
  label: string;
  how: Changeability;
  from: string;
  to: string;
  /** What is missing, with what it means in yuan; null where figures are not ordered. */
  gap: string | null;
  /** The day time alone brings it. */
  day: PlainDate | null;
};

type Words = {
  registry: Pick<Catalogue, "facts" | "regions" | "industries">;
  language: Language;
  facts: Facts;
  today: PlainDate;
};

/** The changes of a plan in words. */
export function changeViews(plan: Plan, words: Words): ChangeView[] {
  return plan.changes.flatMap((change) => {
    const definition = words.registry.facts.get(change.fact);
    return definition ? [changeView(change, definition, words)] : [];
  });
}

function changeView(
  change: Change,
  definition: FactDefinition,
  { registry, language, facts, today }: Words,
): ChangeView {
  const names = codeNames(registry, language);
  const inWords = (value: FactValue | null) =>
    value === noneOfThese ? otherwise[language] : factInWords(value, definition, language, names);
  const options = change.options.length > 0 ? change.options : [change.to];
  return {
    fact: change.fact,
    label: definition[language],
    how: change.how,
    from: inWords(change.from),
    to:
      (change.range && rangeInWords(change.range, definition, language, names)) ??
      [...new Set(options.map(inWords))].join(separator(language)),
    gap: gapWords(change, definition, language, facts),
    day: dayOfChange(change, definition, today),
  };
}

const otherwise = { zh: "其他", en: "another" };

function gapWords(change: Change, definition: FactDefinition, language: Language, facts: Facts): string | null {
  const { fact, from, to } = change;
  const passed = boundToPass(change, definition);
  const distance = distanceOf(from, passed ?? to);
  if (distance === null) return null;
  const unit = typeof from === "string" ? "天" : definition.type === "percent" ? "百分点" : definition.unit;
  const gap: Gap = {
    amount: Math.abs(distance),
    direction: distance > 0 || (distance === 0 && isRise(change)) ? "more" : "less",
    unit,
    exceed: passed !== null,
  };
  return gapWithYuan(gap, fact, facts, language);
}

function isRise({ from, to }: Change): boolean {
  return typeof from === "number" && typeof to === "number" && to > from;
}

/** The bound that itself does not suffice, where the figure has no smallest step. */
function boundToPass(change: Change, definition: FactDefinition): number | null {
  if (definition.type === "integer" || definition.type === "year") return null;
  const bound = isRise(change) ? change.range?.least : change.range?.most;
  return bound && !bound.inclusive ? bound.value : null;
}

function distanceOf(from: FactValue | null, to: FactValue): number | null {
  if (typeof from === "number" && typeof to === "number") return Math.round((to - from) * 1e6) / 1e6;
  if (typeof from !== "string" || typeof to !== "string" || !isPlainDate(from) || !isPlainDate(to)) return null;
  // an earlier day is one whose age has grown
  return epochDay(from) - epochDay(to);
}

import { factLabel } from "~/features/policies/domain/fact-label";
import { deedNames } from "~/features/claims/domain/deed";
import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import type { Frozen } from "./submission";

/** One figure a decision rests on, in words, with who said it and when; without `saidAt` it was registered or worked out. */
export type CaseFigure = {
  name: string;
  label: string;
  value: string;
  source: string;
  authority: string | null;
  saidBy: string | null;
  saidAt: Date | null;
};

/**
 * What the application is for, and the figures that conditions and sum of an item read, in the order of its text.
 * `people` gives names by user id.
 */
export function caseFigures(
  item: PolicyItem,
  frozen: Frozen,
  registry: Catalogue,
  language: "zh" | "en",
  people: ReadonlyMap<string, string>,
): CaseFigure[] {
  const names = codeNames(registry, language);
  const stated = deedNames.filter((name) => frozen.facts[name] !== undefined);
  return [...stated, ...factsOfItem(item)].flatMap((name) => {
    const definition = registry.facts.get(name);
    if (!definition) return [];
    const record = frozen.records.findLast((each) => each.fact === name);
    return [
      {
        name,
        label: factLabel(definition, language),
        value: factInWords(frozen.facts[name], definition, language, names),
        source: record?.source ?? (definition.scope === "case" ? "application" : "registration"),
        authority: definition.authority,
        saidBy: people.get(record?.saidBy ?? "") ?? null,
        saidAt: record?.saidAt ? new Date(record.saidAt) : null,
      },
    ];
  });
}

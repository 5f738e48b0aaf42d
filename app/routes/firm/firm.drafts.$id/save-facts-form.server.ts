import { factInputValue, readFactInput } from "~/features/policies/domain/fact-input";
import { shanghaiDay } from "~/kernel/plain-date";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Deps } from "~/platform/context.server";
import { mergeDraft, type DraftConflict, type DraftText } from "~/features/applications/domain/draft-merge";
import type { Draft } from "~/features/applications/use-cases/read-draft.server";
import { readAnswers, saveAnswers } from "~/features/applications/use-cases/save-draft.server";

/** `kept` is what was saved, by name; `values` what the form shows next. */
export type FactsAnswer = {
  errors: Record<string, string>;
  values: Record<string, string>;
  conflicts: DraftConflict[];
  kept: DraftText;
};

/** Prefix of the hidden fields that hold what a field showed when the page was opened. */
export const shownPrefix = "was:";

/**
 * Saves what was changed in the questions of a draft. What another browser changed meanwhile stays; a field that both
 * changed is left as it is stored and reported with both values.
 */
export async function saveFactsForm(
  deps: Deps,
  draft: Draft,
  values: Readonly<Record<string, string>>,
): Promise<FactsAnswer> {
  const text = (read: (name: string, definition: FactDefinition) => string | undefined): DraftText =>
    Object.fromEntries(
      draft.asked.flatMap((definition) => {
        const said = read(definition.name, definition);
        return said === undefined ? [] : [[definition.name, canonical(definition, said)]];
      }),
    );
  const stored = text((name, definition) => factInputValue(draft.facts[name], definition));
  const typed = text((name) => values[name]);
  const editor = values["editor"] ?? null;
  const isOwn = editor !== null && editor === draft.row.draftEditor;
  const { changed, conflicts } = mergeDraft(
    draft.asked.map(({ name }) => name),
    { shown: text((name) => values[`${shownPrefix}${name}`]), stored, typed },
    isOwn,
  );
  const { answers, errors } = readAnswers(
    draft.asked.filter(({ name }) => changed.includes(name)),
    values,
    shanghaiDay(deps.clock.now()),
  );
  await saveAnswers(deps, draft, answers, editor);
  const disputed = Object.fromEntries(conflicts.map(({ name }) => [name, "problem.changedElsewhere"]));
  const next = draft.asked.map(
    ({ name }) => [name, (changed.includes(name) || name in disputed ? values[name] : stored[name]) ?? ""] as const,
  );
  return {
    errors: { ...errors, ...disputed },
    values: Object.fromEntries(next),
    conflicts,
    kept: Object.fromEntries(Object.keys(answers).map((name) => [name, typed[name] ?? ""])),
  };
}

/** Two ways to write one value are the same answer. */
function canonical(definition: FactDefinition, said: string): string {
  const text = said.trim();
  const read = text === "" ? null : readFactInput(definition, text, null);
  return read?.ok ? factInputValue(read.value, definition) : text;
}

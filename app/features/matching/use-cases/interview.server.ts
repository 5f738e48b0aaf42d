import { isPublished } from "~/features/policies/domain/published";
import { itemName } from "~/features/policies/domain/item-name";
import { askedFor } from "~/features/enterprises/domain/derived-facts";
import { factInputValue } from "~/features/policies/domain/fact-input";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { questionOf } from "~/features/policies/domain/question";
import type { Deps } from "~/platform/context.server";
import { amountOf } from "../domain/amount/amount";
import { slotValues } from "../domain/evaluate/fact-slots";
import type { CompiledItem } from "../domain/matches/match-firm";
import type { InterviewState } from "../domain/advice/interview-state";
import { asPut, rankQuestions, stakeOf, type OpenItem } from "../domain/advice/questions";
import { summarise } from "./check-visitor.server";
import { compiledCatalogue } from "./compiled-catalogue.server";
import { readMatches } from "./read-matches.server";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue">;
type Open = OpenItem & Pick<CompiledItem, "item" | "facts">;

/**
 * Where an interview stands: counts and sums of now, and the question to put, with the items that hang on it. Asked is
 * what settles the most money, else the question named in `at` (to answer it again); null when nothing is left to ask.
 */
export async function readInterview(deps: Reading, enterpriseId: string, { at, skipped, done }: InterviewState) {
  const { profile, received, today, matches } = await readMatches(deps, enterpriseId);
  const { facts } = profile;
  const { registry } = deps.catalogue;
  const compiled = compiledCatalogue(deps.catalogue);
  const open = matches.flatMap(({ item, verdict }): Open[] => {
    const executable = compiled.byId.get(item.id);
    return verdict === "unknown" && executable
      ? [{ ...executable, stake: stakeOf(amountOf(item, facts, received)) }]
      : [];
  });
  const values = slotValues(facts, compiled.slots);
  const isOfProfile = (fact: string) => {
    const definition = registry.facts.get(fact);
    return definition !== undefined && definition.scope !== "case" && !isPublished(definition);
  };
  const inputsOf = (fact: string) => askedFor(fact, facts);
  const left = asPut(
    rankQuestions(open, values, today, registry.facts),
    inputsOf,
    (fact) => isOfProfile(fact) && facts[fact] === undefined,
  );
  const asked =
    at !== null && isOfProfile(at)
      ? at
      : left.find(({ fact }) => !skipped.includes(fact) && !done.includes(fact))?.fact;
  const definition = asked === undefined ? undefined : registry.facts.get(asked);
  return {
    summary: summarise(matches, received, today),
    question: definition
      ? {
          ...questionOf(definition),
          asked: asking(definition),
          said: factInputValue(facts[definition.name], definition),
        }
      : null,
    reason: definition ? reasonFor(definition.name, open, inputsOf, (entry) => entry.missing(values, today)) : null,
    open: open.length,
  };
}

function asking({ question, questionEn }: FactDefinition) {
  return { zh: question, en: questionEn };
}

/** The open items that hang on a question, and the three of the highest known sums. */
function reasonFor(
  fact: string,
  open: readonly Open[],
  inputsOf: (fact: string) => readonly string[],
  missing: (item: Open) => readonly string[],
) {
  const hanging = open.filter((entry) => missing(entry).some((name) => inputsOf(name).includes(fact)));
  const top = hanging.toSorted((left, right) => Number(right.stake - left.stake)).slice(0, 3);
  return { count: hanging.length, items: top.map(({ item }) => ({ id: item.id, title: itemName(item) })) };
}

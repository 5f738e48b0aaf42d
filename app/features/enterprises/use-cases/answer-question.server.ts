import { isPublished } from "~/features/policies/domain/published";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { readFactInput } from "~/features/policies/domain/fact-input";
import { reportingYear } from "../domain/profile";
import { saveFacts } from "./save-facts.server";

/**
 * Takes the answer to one question of the profile.
 * @returns the translation key of what is wrong with it, or null when it was kept
 * @throws Refusal `enterprises.fact-not-of-profile` (422)
 */
export async function answerQuestion(
  deps: Deps,
  enterpriseId: string,
  fact: string,
  typed: string,
): Promise<string | null> {
  const definition = deps.catalogue.registry.facts.get(fact);
  if (!definition || definition.scope === "case" || isPublished(definition))
    throw new Refusal("enterprises.fact-not-of-profile", 422, { fact });
  if (typed.trim() === "") return "problem.required";
  const read = readFactInput(definition, typed, shanghaiDay(deps.clock.now()));
  if (!read.ok) return read.problem;
  const year = definition.scope === "annual" ? reportingYear(shanghaiDay(deps.clock.now())) : null;
  await saveFacts(deps, enterpriseId, [{ fact, year, value: read.value, source: "declared", authority: null }]);
  return null;
}

import { questionOf } from "~/features/policies/domain/question";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { derivedNames } from "../domain/derived-facts";
import { factInputValue } from "../domain/fact-input";
import { registrationFacts, reportingYear, type FactRecord } from "../domain/profile";
import { readProfileGroups } from "./read-profile-groups.server";

/** Facts of a group that a firm may state: neither worked out nor part of the registration. */
export function statable(catalogue: Deps["catalogue"], group: string) {
  const worked: readonly string[] = derivedNames;
  const base: readonly string[] = registrationFacts;
  return [...catalogue.registry.facts.values()].filter(({ name, scope, group: own }) => own === group && scope !== "case" && !worked.includes(name) && !base.includes(name));
}

/**
 * The questions of one group with what is known, who said it and when.
 * @throws Refusal `request.not-found` (404) for a group that does not exist
 */
export async function readGroupForm(deps: Pick<Deps, "tx" | "clock" | "catalogue">, enterpriseId: string, group: string, options: { all: boolean; language: "zh" | "en" }) {
  const found = deps.catalogue.registry.groups.find((each) => each.key === group);
  if (!found) throw new Refusal("request.not-found", 404);
  const { profile, used } = await readProfileGroups(deps, enterpriseId, options.language);
  const year = reportingYear(shanghaiDay(deps.clock.now()));
  const recordOf = (name: string): FactRecord | undefined => profile.records.find((record) => record.fact === name && (record.year === null || record.year === year));
  const questions = statable(deps.catalogue, group).filter(({ name }) => options.all || used.has(name)).map((definition) => {
    const record = recordOf(definition.name);
    return { ...questionOf(definition), value: factInputValue(record?.value), said: record ? { source: record.source, at: record.saidAt } : null };
  });
  return { label: found[options.language], year, questions };
}

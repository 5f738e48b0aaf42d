import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import { isConcerned } from "~/features/policies/domain/concern";
import { questionOf } from "~/features/policies/domain/question";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { earlierRecords } from "../adapters/enterprise.repository.server";
import { isFoundOut } from "../domain/derived-facts";
import { factInputValue } from "~/features/policies/domain/fact-input";
import { isBeyondSense, isVerified, registrationFacts, reportingYear, type FactRecord } from "../domain/profile";
import { readProfileGroups } from "./read-profile-groups.server";

/** Facts of a group that a firm may state: neither found out by the platform nor part of the registration. */
export function statable(catalogue: Deps["catalogue"], group: string) {
  const base: readonly string[] = registrationFacts;
  return [...catalogue.registry.facts.values()].filter(
    (definition) =>
      definition.group === group &&
      definition.scope !== "case" &&
      !isFoundOut(definition) &&
      !base.includes(definition.name),
  );
}

/** Years of which a firm may state figures: the reporting year and the three before it, the newest first. */
export function statableYears(today: PlainDate): number[] {
  const latest = reportingYear(today);
  return [latest, latest - 1, latest - 2, latest - 3];
}

/** The year asked for where figures of it may be stated, else the reporting year. */
export function chosenYear(today: PlainDate, asked: string | null): number {
  return statableYears(today).find((year) => String(year) === asked) ?? reportingYear(today);
}

const mostHistory = 200;

type Options = { all: boolean; language: "zh" | "en"; year: number };
/** Display names of people by user id. */
type NamesOf = (tx: Tx, ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;

/**
 * The questions of one group with what is known of a year, who said it and when, and what was said before. Facts that are
 * not yearly are asked beside the figures of the reporting year only.
 * @throws Refusal `request.not-found` (404) for a group that does not exist
 */
export async function readGroupForm(
  deps: Pick<Deps, "tx" | "clock" | "catalogue"> & { namesOf: NamesOf },
  enterpriseId: string,
  group: string,
  { all, language, year }: Options,
) {
  const { registry } = deps.catalogue;
  const found = registry.groups.find((each) => each.key === group);
  if (!found) throw new Refusal("request.not-found", 404);
  const today = shanghaiDay(deps.clock.now());
  const { profile, used } = await readProfileGroups(deps, enterpriseId, language);
  const isStated = (name: string) => profile.records.some(({ fact }) => fact === name);
  const asked = statable(deps.catalogue, group).filter(
    (definition) =>
      (all || (used.has(definition.name) && (isConcerned(definition, profile.facts) || isStated(definition.name)))) &&
      (definition.scope === "annual" || year === reportingYear(today)),
  );
  const earlier = await earlierRecords(
    deps.tx,
    enterpriseId,
    asked.map(({ name }) => name),
    mostHistory,
  );
  const people = await deps.namesOf(
    deps.tx,
    [...profile.records, ...earlier].map(({ saidBy }) => saidBy),
  );
  const names = codeNames(registry, language);
  const said = ({ source, saidAt, saidBy, authority, basis, absent }: FactRecord) => ({
    source,
    at: saidAt,
    by: authority ?? people.get(saidBy ?? "") ?? null,
    basis: basis ?? null,
    absent: absent ?? false,
  });
  const questions = asked.map((definition) => {
    const of = (record: FactRecord) =>
      record.fact === definition.name && record.year === (definition.scope === "annual" ? year : null);
    const record = profile.records.find(of);
    const history = earlier
      .filter(of)
      .map((each) => ({ value: factInWords(each.value, definition, language, names), ...said(each) }));
    return {
      ...questionOf(definition),
      value: factInputValue(record?.value, definition),
      said: record ? said(record) : null,
      /** what an authority has verified, in words; the firm can't change it */
      fixed: record && isVerified(record, today) ? factInWords(record.value, definition, language, names) : null,
      ignored: record !== undefined && isBeyondSense(record, today, registry.facts),
      history,
    };
  });
  return { label: found[language], year, years: statableYears(today), questions };
}

import { isBounded } from "./fact-bounds";
import type { CatalogueParts } from "./build-catalogue";
import { scalarProblem } from "./check-conditions";
import { kindFacts } from "./concern";
import type { FactDefinition } from "./fact-definition";

/** Something wrong in a registry; `source` is its file below `rules/` without the ending. */
export type RegistryProblem = { source: string; path: string; reason: string };

const checks: readonly ((parts: CatalogueParts) => RegistryProblem[])[] = [
  repeats,
  facts,
  departments,
  places,
  industries,
  overrides,
  once,
  synonyms,
];

/** All problems of the registries that their shape does not show. */
export function checkRegistries(parts: CatalogueParts): RegistryProblem[] {
  return checks.flatMap((check) => check(parts));
}

function repeats(parts: CatalogueParts): RegistryProblem[] {
  return [
    ...twice(
      "groups",
      parts.groups.map((group) => group.key),
    ),
    ...twice(
      "themes",
      parts.themes.map((theme) => theme.zh),
    ),
    ...twice(
      "departments",
      parts.departments.map((department) => department.id),
    ),
    ...twice(
      "regions",
      [...parts.regions, ...parts.zones].map((place) => place.code),
    ),
    ...twice(
      "industries",
      parts.industries.map((industry) => industry.code),
    ),
    ...twice(
      "facts",
      parts.facts.map((fact) => fact.name),
    ).map((problem) => ({ ...problem, source: factFile(parts, problem.path) })),
  ];
}

function factFile(parts: CatalogueParts, name: string): string {
  return `facts/${parts.facts.findLast((fact) => fact.name === name)?.group ?? ""}`;
}

/** Every key that stands more than once, reported once. */
function twice(source: string, keys: readonly string[]): RegistryProblem[] {
  const seen = new Set<string>();
  const again = new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
  return [...again].map((key) => ({ source, path: key, reason: `${key} stands twice` }));
}

function facts(parts: CatalogueParts): RegistryProblem[] {
  const groups = new Set(parts.groups.map((group) => group.key));
  return parts.facts.flatMap((fact) => {
    const reasons = [
      groups.has(fact.group) ? null : `unknown group ${fact.group}`,
      membersProblem(fact),
      rangeProblem(fact),
      boundlessProblem(fact),
      concernProblem(fact, parts),
      publishedProblem(fact, parts),
      listProblem(fact),
    ];
    return reasons.flatMap((reason) =>
      reason === null ? [] : [{ source: `facts/${fact.group}`, path: fact.name, reason }],
    );
  });
}

function membersProblem({ type, values }: FactDefinition): string | null {
  if (type !== "enum") return values === null ? null : `a fact of type ${type} has no values`;
  if (!values || values.length === 0) return "an enum needs its values";
  return new Set(values.map((member) => member.value)).size === values.length ? null : "a value stands twice";
}

function rangeProblem({ min, max }: FactDefinition): string | null {
  return min !== null && max !== null && min > max ? `its range is empty: ${min} to ${max}` : null;
}

/** A figure or a day without bounds takes 300 digits and the year 9999. */
function boundlessProblem(fact: FactDefinition): string | null {
  if (isBounded(fact) && (fact.min === null || fact.max === null)) return "a figure or date needs a least and a most";
  return (fact.type === "date") === (fact.aheadYears !== undefined)
    ? null
    : "a date, and only a date, needs aheadYears";
}

/** What a fact concerns names kinds of firms that there are, and what holds of all others is a value of the fact. */
function concernProblem(fact: FactDefinition, { facts: all, industries: known }: CatalogueParts): string | null {
  const { concerns } = fact;
  if (!concerns) return null;
  const { industries: prefixes = [], legalForms = [], sizes = [], otherwise } = concerns;
  if (prefixes.length + legalForms.length + sizes.length === 0) return "it concerns no kind of firm";
  const members = (name: string) => all.find((each) => each.name === name)?.values?.map(({ value }) => value) ?? [];
  const stray = [
    ...prefixes.filter((prefix) => !known.some(({ code }) => code.startsWith(prefix))),
    ...legalForms.filter((form) => !members(kindFacts.legalForms).includes(form)),
    ...sizes.filter((size) => !members(kindFacts.sizes).includes(size)),
  ][0];
  return stray === undefined ? scalarProblem(otherwise, fact) : `it concerns an unknown kind of firm: ${stray}`;
}

/** A list, and only a list, has fields; it belongs to one application. */
function listProblem({ type, scope, fields }: FactDefinition): string | null {
  if ((type === "list") !== (fields !== undefined)) return "a list, and only a list, has fields";
  if (!fields) return null;
  if (scope !== "case") return "a list belongs to one application";
  if (new Set(fields.map(({ name }) => name)).size < fields.length) return "a field stands twice";
  const loose = fields.find((field) => isBounded(field) && (field.min === null || field.max === null));
  return loose ? `the field ${loose.name} needs a least and a most` : null;
}

/** What is published is a figure of places that there are, with one value for a place and a day it begins on. */
function publishedProblem(
  { published, type, scope, min, max }: FactDefinition,
  { regions }: CatalogueParts,
): string | null {
  if (!published) return null;
  if (!["yuan", "number", "percent"].includes(type) || scope !== "enterprise")
    return "what is published is a figure of no year";
  const stray = published.find(({ region }) => !regions.some(({ code }) => code === region));
  if (stray) return `it is published for an unknown place ${stray.region}`;
  const beyond = published.find(({ value }) => value < (min ?? value) || value > (max ?? value));
  if (beyond) return `its figure of ${beyond.region}, ${beyond.value}, is out of its range`;
  if (published.some(({ from, until }) => until !== null && until < from))
    return "a published figure ends before it begins";
  const begins = published.map(({ region, from }) => `${region} ${from}`);
  return new Set(begins).size === begins.length ? null : "two figures are published for a place from the same day";
}

/** A name that two departments of one level carry would leave open which one is meant. */
function departments(parts: CatalogueParts): RegistryProblem[] {
  return twice(
    "departments",
    parts.departments.flatMap(({ level, names }) => names.map((name) => `${level} ${name}`)),
  );
}

function places(parts: CatalogueParts): RegistryProblem[] {
  const codes = new Set(parts.regions.map((region) => region.code));
  const above = [
    ...parts.regions.map(({ code, parent }) => ({ code, parent })),
    ...parts.zones.map(({ code, region }) => ({ code, parent: region })),
    ...parts.regions.map(({ code, successor }) => ({ code, parent: successor ?? null })),
  ];
  return orphans("regions", above, codes);
}

function industries(parts: CatalogueParts): RegistryProblem[] {
  return orphans("industries", parts.industries, new Set(parts.industries.map((industry) => industry.code)));
}

function orphans(
  source: string,
  rows: readonly { code: string; parent: string | null }[],
  known: ReadonlySet<string>,
): RegistryProblem[] {
  return rows.flatMap(({ code, parent }) =>
    parent === null || known.has(parent) ? [] : [{ source, path: code, reason: `lies in unknown ${parent}` }],
  );
}

/** Every item and every exclusive group is on the list that says how often it is had, and nothing else. */
function once(parts: CatalogueParts): RegistryProblem[] {
  const items = parts.documents.flatMap((document) => document.items);
  const groups = items.flatMap(({ exclusiveGroup }) => exclusiveGroup ?? []);
  return [
    ...listProblems("items", new Set(items.map(({ id }) => id)), parts.once, "no such item"),
    ...listProblems("groups", new Set(groups), parts.exclusiveGroups, "no such group"),
  ];
}

function listProblems(
  list: string,
  wanted: ReadonlySet<string>,
  listed: Readonly<Record<string, unknown>>,
  stranger: string,
): RegistryProblem[] {
  return [
    ...[...wanted].filter((id) => !Object.hasOwn(listed, id)).map((id) => ({ id, reason: "is not listed" })),
    ...Object.keys(listed)
      .filter((id) => !wanted.has(id))
      .map((id) => ({ id, reason: stranger })),
  ].map(({ id, reason }) => ({ source: "once", path: `${list}.${id}`, reason }));
}

/** Synonyms are of facts, values and industries that there are. */
function synonyms(parts: CatalogueParts): RegistryProblem[] {
  const facts = new Map(parts.facts.map((fact) => [fact.name, fact]));
  const codes = new Set(parts.industries.map(({ code }) => code));
  const { facts: named, values, industries: coded } = parts.synonyms;
  const problems = [
    ...[...Object.keys(named), ...Object.keys(values)].flatMap((name) =>
      facts.has(name) ? [] : [{ path: name, reason: "no such fact" }],
    ),
    ...Object.entries(values).flatMap(([name, of]) =>
      Object.keys(of).flatMap((value) =>
        hasValue(facts.get(name), value) ? [] : [{ path: `${name}.${value}`, reason: "no such value" }],
      ),
    ),
    ...Object.keys(coded).flatMap((code) => (codes.has(code) ? [] : [{ path: code, reason: "no such industry" }])),
  ];
  return problems.map((problem) => ({ source: "synonyms", ...problem }));
}

function hasValue(fact: FactDefinition | undefined, value: string): boolean {
  if (fact?.type === "boolean") return value === "true" || value === "false";
  if (fact?.type === "integer") return /^\d+$/.test(value);
  return fact?.values?.some((member) => member.value === value) ?? fact === undefined;
}

function overrides(parts: CatalogueParts): RegistryProblem[] {
  const documents = new Set(parts.documents.map((document) => document.id));
  const known = new Set(parts.departments.map((department) => department.id));
  return parts.redemption.overrides.flatMap((each, index) => {
    const strangers = [
      ...(documents.has(each.document) ? [] : [`unknown document ${each.document}`]),
      ...(each.coDepartments ?? []).filter((id) => !known.has(id)).map((id) => `unknown department ${id}`),
    ];
    return strangers.map((reason) => ({ source: "redemption", path: `overrides[${index}]`, reason }));
  });
}

import type { PlainDate } from "~/kernel/plain-date";
import type { FactDefinition, Facts } from "./fact-definition";

type Definitions = ReadonlyMap<string, FactDefinition>;

/** Figures that an office publishes for a place and a time (minimum wage): looked up, never asked of a firm. */
export function isPublished({ published }: Pick<FactDefinition, "published">): boolean {
  return published !== undefined;
}

/**
 * The published figure for a place (six digits, GB/T 2260) on a day: of the nearest place that has any, the last that began by
 * then and has not ended. A place with figures of other times does not fall back on the place above it.
 * @returns null where none is held: nothing is guessed
 */
export function publishedValue(
  { published = [] }: Pick<FactDefinition, "published">,
  region: string,
  today: PlainDate,
): number | null {
  const place = placesAbove(region).find((code) => published.some((entry) => entry.region === code));
  const valid = published.filter(
    ({ region: own, from, until }) => own === place && from <= today && (until === null || today <= until),
  );
  return valid.toSorted((left, right) => (left.from < right.from ? -1 : 1)).at(-1)?.value ?? null;
}

function placesAbove(region: string): readonly string[] {
  return [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, "000000"];
}

/** The facts of a firm with the published figures of its place and the day; what was stated for one of them does not count. */
export function withPublished(facts: Facts, definitions: Definitions, today: PlainDate): Facts {
  const names = publishedFacts(definitions);
  if (names.length === 0) return facts;
  const own = Object.entries(facts).filter(([name]) => !names.some((definition) => definition.name === name));
  const region = facts["region"];
  const found = typeof region === "string" ? names.flatMap((each) => entryOf(each, region, today)) : [];
  return Object.fromEntries([...own, ...found]);
}

function entryOf(definition: FactDefinition, region: string, today: PlainDate): [string, number][] {
  const value = publishedValue(definition, region, today);
  return value === null ? [] : [[definition.name, value]];
}

const known = new WeakMap<Definitions, readonly FactDefinition[]>();

function publishedFacts(definitions: Definitions): readonly FactDefinition[] {
  const found = known.get(definitions) ?? [...definitions.values()].filter(isPublished);
  known.set(definitions, found);
  return found;
}

/** Places whose published figures begin or have ended in a span of days, `after` left out. */
export function placesTurned(definitions: Definitions, after: PlainDate, until: PlainDate): readonly string[] {
  const isIn = (day: PlainDate) => after < day && day <= until;
  const turned = publishedFacts(definitions).flatMap(({ published = [] }) =>
    published.filter(
      (entry) => isIn(entry.from) || (entry.until !== null && after <= entry.until && entry.until < until),
    ),
  );
  return [...new Set(turned.map(({ region }) => region))];
}

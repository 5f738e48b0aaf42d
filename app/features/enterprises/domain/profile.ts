import { yearOf, type PlainDate } from "~/kernel/plain-date";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { isSettled, withSettled } from "~/features/policies/domain/concern";
import { isPublished } from "~/features/policies/domain/published";
import { entriesOf } from "~/features/policies/domain/list-fact";
import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import { deriveFacts, type Derived } from "./derived-facts";

/** One statement that holds at present. `year` is null for facts that are not yearly. */
export type FactRecord = {
  fact: string;
  year: number | null;
  value: FactValue;
  source: "declared" | "verified" | "imported";
  saidBy: string | null;
  saidAt: Date;
  authority: string | null;
  /** last day on which it holds; none: no end is known */
  validTo?: PlainDate | null;
  /** the file or list it comes from, with its day */
  basis?: string | null;
  /** what handed it over */
  deliveryId?: string | null;
  /** said by a complete list that does not name the firm */
  absent?: boolean;
};

/** Facts that stand in the firm's own registration. */
export const registrationFacts = ["creditCode", "legalForm", "region", "park", "industry", "registeredOn"] as const;

type Definitions = ReadonlyMap<string, FactDefinition>;

/** The year whose figures count on a day: the last full calendar year. */
export function reportingYear(today: PlainDate): number {
  return yearOf(today) - 1;
}

/**
 * The flat map that matching reads: the firm's own row, statements that are not yearly, yearly figures of the reporting
 * year (else of the latest year before it), last year's figures under their `…Previous` name where that was not stated
 * itself, what is derived from all these, and what the kind of firm settles. A stated size or ratio wins over the derived one only
 * when it was verified.
 */
export function profileFacts(
  records: readonly FactRecord[],
  base: Facts,
  today: PlainDate,
  definitions: Definitions,
): Facts {
  const { stated, derived } = profileParts(records, base, today, definitions);
  const verified = new Set(records.filter((record) => isVerified(record, today)).map(({ fact }) => fact));
  const calculated = Object.entries(derived).filter(([fact]) => !verified.has(fact));
  return withSettled(
    { ...stated, ...Object.fromEntries(calculated.map(([fact, { value }]) => [fact, value])) },
    definitions,
    today,
  );
}

/** What was stated and what follows from it, apart. */
export function profileParts(
  records: readonly FactRecord[],
  base: Facts,
  today: PlainDate,
  definitions: Definitions,
): { stated: Facts; derived: Record<string, Derived> } {
  const year = reportingYear(today);
  const sensible = records.filter((record) => !hasExpired(record, today) && !isBeyondSense(record, today, definitions));
  const enduring = sensible.filter((record) => record.year === null).map(({ fact, value }) => [fact, value] as const);
  const current = latestBy(sensible, year);
  const previous = [...latestBy(sensible, year - 1)]
    .map(([fact, value]) => [`${fact}Previous`, value] as const)
    .filter(([fact]) => definitions.has(fact));
  const stated: Facts = {
    ...Object.fromEntries(previous),
    ...Object.fromEntries(enduring),
    ...Object.fromEntries(current),
    ...base,
  };
  return { stated, derived: deriveFacts(stated) };
}

/** Whether a statement holds no more: the certificate behind it has run out. */
export function hasExpired({ validTo }: Pick<FactRecord, "validTo">, today: PlainDate): boolean {
  return (validTo ?? today) < today;
}

/** Whether an authority vouches for a statement on a day: the firm itself can't change it. */
export function isVerified(record: Pick<FactRecord, "source" | "validTo">, today: PlainDate): boolean {
  return record.source === "verified" && !hasExpired(record, today);
}

/**
 * Whether a stored statement is no value at all or lies beyond the bounds of its fact: it counts as not known until the
 * firm states it anew.
 */
export function isBeyondSense(
  { fact, value }: Pick<FactRecord, "fact" | "value">,
  today: PlainDate,
  definitions: Definitions,
): boolean {
  const definition = definitions.get(fact);
  return definition !== undefined && (!isValue(value, definition) || boundsProblem(value, definition, today) !== null);
}

/** A figure, text, yes or no, or several of them, of a list its entries: nothing else means anything, though a column of JSON holds it. */
function isValue(value: unknown, { type }: FactDefinition): boolean {
  if (type === "list") return entriesOf(value) !== null;
  const isPlain = (each: unknown) => ["string", "number", "boolean"].includes(typeof each);
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain));
}

/** Facts without those beyond sense. */
export function sensibleFacts(facts: Facts, today: PlainDate, definitions: Definitions): Facts {
  const kept = Object.entries(facts).filter(([fact, value]) => !isBeyondSense({ fact, value }, today, definitions));
  return Object.fromEntries(kept);
}

/** Yearly figures by fact: those of the newest year that is not after `year`. */
function latestBy(records: readonly FactRecord[], year: number): Map<string, FactValue> {
  const yearly = records.filter((record) => record.year !== null && record.year <= year);
  yearly.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  return new Map(yearly.map(({ fact, value }) => [fact, value]));
}

/** What stands in a firm's own row. */
export type FirmRow = {
  creditCode: string;
  legalForm: string;
  regionCode: string;
  industryCode: string;
  park: string | null;
  registeredOn: string | null;
};

/** The facts that stand in the firm's own row. */
export function baseFacts(enterprise: FirmRow): Facts {
  const { creditCode, legalForm, regionCode, industryCode, park, registeredOn } = enterprise;
  return {
    creditCode,
    legalForm,
    region: regionCode,
    industry: industryCode,
    ...(park === null ? {} : { park }),
    ...(registeredOn === null ? {} : { registeredOn }),
  };
}

export type GroupProgress = { group: string; known: number; asked: number };

/** How many facts of each group are known, of those the profile asks; what the kind of a firm settles is neither asked nor known. */
export function progressByGroup(definitions: Definitions, known: Facts): GroupProgress[] {
  const groups = new Map<string, GroupProgress>();
  for (const definition of definitions.values()) {
    if (definition.scope === "case" || isPublished(definition) || isSettled(known[definition.name], definition, known))
      continue;
    const progress = groups.get(definition.group) ?? { group: definition.group, known: 0, asked: 0 };
    progress.asked += 1;
    if (known[definition.name] !== undefined) progress.known += 1;
    groups.set(definition.group, progress);
  }
  return [...groups.values()];
}

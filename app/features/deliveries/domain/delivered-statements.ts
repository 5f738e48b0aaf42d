import type { FactRecord } from "~/features/enterprises/domain/profile";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { canonicalJson } from "~/kernel/canonical-json";
import { yearOf, type PlainDate } from "~/kernel/plain-date";
import type { DeliveredFirm } from "./delivery-rows";

/** What one statement of a delivery says of a firm. */
export type Delivered = {
  fact: string;
  year: number | null;
  value: FactValue;
  validFrom: PlainDate | null;
  validTo: PlainDate | null;
  absent: boolean;
};

/** How a statement stands to what was known: new, another value, the same, and whether the firm itself had said otherwise. */
export type Standing = { kind: "new" | "changed" | "same"; contradicts: boolean };

type Saying = {
  facts: ReadonlyMap<string, FactDefinition>;
  /** of a complete list: the fact, and what those not on it have */
  absence: { fact: string; value: FactValue } | null;
  asOf: PlainDate;
};

/** What a delivery says of a firm: by its rows, or by a complete list that does not name it. */
export function statementsOf(rows: readonly DeliveredFirm[], { facts, absence, asOf }: Saying): Delivered[] {
  if (rows.length > 0)
    return rows.flatMap(({ values, year, validFrom, validTo }) =>
      Object.entries(values).map(([fact, value]) => ({
        fact,
        year: yearly(facts, fact) ? year : null,
        value,
        validFrom,
        validTo,
        absent: false,
      })),
    );
  if (!absence) return [];
  const year = yearly(facts, absence.fact) ? yearOf(asOf) - 1 : null;
  return [{ fact: absence.fact, year, value: absence.value, validFrom: null, validTo: null, absent: true }];
}

function yearly(facts: Saying["facts"], fact: string): boolean {
  return facts.get(fact)?.scope === "annual";
}

/** How a statement stands to what is known of the firm. */
export function standingOf(delivered: Delivered, records: readonly FactRecord[]): Standing {
  const known = records.find(({ fact, year }) => fact === delivered.fact && year === delivered.year);
  if (!known) return { kind: "new", contradicts: false };
  const isEqual = canonicalJson(known.value) === canonicalJson(delivered.value);
  const isSame = isEqual && known.source === "verified" && (known.validTo ?? null) === delivered.validTo;
  return {
    kind: isSame ? "same" : isEqual ? "new" : "changed",
    contradicts: !isEqual && known.source === "declared",
  };
}

/** The statements of a firm once it is delivered. */
export function recordsAfter(
  records: readonly FactRecord[],
  delivered: readonly Delivered[],
  said: Pick<FactRecord, "authority" | "saidAt">,
): FactRecord[] {
  const isReplaced = (record: FactRecord) =>
    delivered.some(({ fact, year }) => fact === record.fact && year === record.year);
  return [
    ...records.filter((record) => !isReplaced(record)),
    ...delivered.map(({ validFrom: _from, ...each }) => ({
      ...each,
      ...said,
      source: "verified" as const,
      saidBy: null,
    })),
  ];
}

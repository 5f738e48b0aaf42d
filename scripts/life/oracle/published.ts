import type { Published } from "./catalogue";
import type { Day, Facts } from "./diary";

/**
 * What is known of a firm with what is published for its place on a day: the nearest place that has a table, the latest
 * figure in force.
 */
export function withPublished(facts: Facts, published: readonly Published[], day: Day): Facts {
  const told: Record<string, number> = {};
  for (const name of new Set(published.map(({ fact }) => fact))) {
    const value = valueFor(
      published.filter(({ fact }) => fact === name),
      String(facts["region"] ?? ""),
      day,
    );
    if (value !== null) told[name] = value;
  }
  return { ...facts, ...told };
}

function valueFor(table: readonly Published[], region: string, day: Day): number | null {
  const places = [6, 4, 2].map((digits) => region.slice(0, digits).padEnd(6, "0"));
  const place = [...places, "000000"].find((code) => table.some((entry) => entry.region === code));
  const inForce = table
    .filter((entry) => entry.region === place && entry.from <= day && (entry.until ?? day) >= day)
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  return inForce[0]?.value ?? null;
}

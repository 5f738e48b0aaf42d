import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { loadColumns, type Bitmap } from "../domain/register/columns";
import { compileRule } from "../domain/evaluate/evaluate";
import { factSlots, slotValues } from "../domain/evaluate/fact-slots";
import { verdictOf, type Verdict } from "../domain/evaluate/kleene";
import { buildRule, factsOfRule } from "../domain/evaluate/rule";
import { classesFor, roomForAnswers, runColumns } from "./column-run";
import { oracleOf } from "./oracle";

/** Verdicts of every item (outer) on every profile (inner). */
export type Table = readonly (readonly Verdict[])[];

type Registry = Pick<Catalogue, "items" | "facts">;

/** By closures. */
export function closureTable({ items }: Registry, profiles: readonly Facts[], today: PlainDate): Table {
  const slots = factSlots();
  const rules = items.map((item) => buildRule(item.conditions, slots));
  const values = profiles.map((facts) => slotValues(facts, slots));
  return rules.map((rule) => {
    const test = compileRule(rule);
    return values.map((own) => verdictOf(test(own, today)));
  });
}

/** By resident columns: the full ones, or narrowed to the catalogue's classes of values. */
export function columnTable(
  catalogue: Registry,
  profiles: readonly Facts[],
  today: PlainDate,
  narrowed = false,
): Table {
  const full = loadColumns(profiles);
  const columns = narrowed ? classesFor(catalogue, full, today) : full;
  const answers = roomForAnswers(catalogue, columns);
  runColumns(catalogue, columns, answers, today)();
  const has = (bitmap: Bitmap, row: number) => (((bitmap[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  return answers.map(({ eligible, unknown }) =>
    profiles.map((_facts, row) => (has(eligible, row) ? "eligible" : has(unknown, row) ? "unknown" : "ineligible")),
  );
}

/** By json-rules-engine: as it is where an item's facts are all known, by its two runs besides. Null where the two differ. */
export async function oracleTable(
  { items }: Registry,
  profiles: readonly Facts[],
  today: PlainDate,
): Promise<(Verdict | null)[][]> {
  const oracle = oracleOf(items, today);
  const names = items.map((item) => factsOfRule(buildRule(item.conditions, factSlots())));
  const table: (Verdict | null)[][] = items.map(() => []);
  for (const facts of profiles) {
    const known = names.map((own) => own.every((name) => (facts[name] ?? null) !== null));
    const plain = known.includes(true) ? await oracle.plain(facts) : new Set<string>();
    const open = known.includes(false) ? await oracle.verdicts(facts) : null;
    items.forEach(({ id }, index) => {
      const held = plain.has(id) ? "eligible" : "ineligible";
      const byRuns = open?.(id) ?? held;
      table[index]?.push(known[index] && held !== byRuns ? null : byRuns);
    });
  }
  return table;
}

/** How many pairs two tables answer differently. */
export function disagreements(left: readonly (readonly unknown[])[], right: readonly (readonly unknown[])[]): number {
  return left.reduce(
    (sum, row, index) =>
      sum + row.filter((verdict, place) => verdict === null || verdict !== right[index]?.[place]).length,
    0,
  );
}

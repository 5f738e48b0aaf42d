import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PlainDate } from "~/kernel/plain-date";
import { emptyBitmap, type Columns } from "../domain/register/columns";
import { valueClasses } from "../domain/register/columns-classes";
import { blocksOf } from "../domain/register/columns-leaf";
import { compileColumnRules } from "../domain/register/columns-rule";
import { factSlots } from "../domain/evaluate/fact-slots";
import { buildRule } from "../domain/evaluate/rule";
import type { Answers } from "./column-threads";

/** The day that trials are made for. */
export const trialDay = "2026-11-22";

/** Room for the answers of all items on all firms. */
export function roomForAnswers({ items }: Pick<Catalogue, "items">, { size }: Columns): Answers {
  return items.map(() => ({ eligible: emptyBitmap(size), unknown: emptyBitmap(size), nearly: null }));
}

/** Columns that tell apart what the catalogue tells apart. */
export function classesFor({ items }: Pick<Catalogue, "items">, columns: Columns, today: PlainDate): Columns {
  return valueClasses(
    items.map((item) => buildRule(item.conditions, factSlots())),
    columns,
    today,
  );
}

/** Compiles the whole catalogue over columns; the returned function fills the answers for every `stripes`th block. */
export function runColumns(
  { items }: Pick<Catalogue, "items">,
  columns: Columns,
  answers: Answers,
  today: PlainDate,
  { stripe, stripes } = { stripe: 0, stripes: 1 },
): () => void {
  const runs = compileColumnRules(
    items.map((item) => buildRule(item.conditions, factSlots())),
    columns,
    today,
  );
  const pairs = runs.map((run, index) => ({ run, into: answers[index]! }));
  const blocks = blocksOf(0, Math.ceil(columns.size / 32)).filter((_block, index) => index % stripes === stripe);
  return () => {
    for (const [from, to] of blocks) for (const { run, into } of pairs) run(from, to, into);
  };
}

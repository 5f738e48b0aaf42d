import { codeAt, type Columns } from "~/features/matching/domain/register/columns";
import type { FactValue } from "~/features/policies/domain/fact-definition";

export const dimensions = ["region", "industry", "size"] as const;
export type Dimension = (typeof dimensions)[number];

/** The firms of a register sorted by one property: a label for each firm; label 0 is unknown. */
export type Labels = { labels: readonly string[]; of: Uint16Array };

export type FirmName = { id: string; creditCode: string; name: string };

/** The whole register held by fact, resident; `firms` are in the order of the columns' rows. */
export type Register = {
  columns: Columns;
  firms: readonly FirmName[];
  cuts: Readonly<Record<Dimension, Labels>>;
  asOf: Date;
};

/** Industries are counted by the section letter of GB/T 4754, places by county, sizes by class. */
const labelOf: Record<Dimension, (value: FactValue) => string> = {
  region: (value) => String(value),
  industry: (value) => String(value).slice(0, 1),
  size: (value) => String(value),
};

/** Sorts a register that is held by fact once by what the figures are split by. */
export function holdRegister(firms: readonly FirmName[], columns: Columns, asOf: Date): Register {
  const cut = (dimension: Dimension) => labelsOf(columns, dimension, labelOf[dimension]);
  return { columns, firms, cuts: { region: cut("region"), industry: cut("industry"), size: cut("size") }, asOf };
}

function labelsOf({ columns, size }: Columns, fact: string, label: (value: FactValue) => string): Labels {
  const column = columns.get(fact);
  const labels = ["", ...new Set((column?.values ?? []).map(label))];
  const byCode = [0, ...(column?.values ?? []).map((value) => labels.indexOf(label(value)))];
  const of = new Uint16Array(size);
  if (column) for (let row = 0; row < size; row += 1) of[row] = byCode[codeAt(column, row)] ?? 0;
  return { labels, of };
}

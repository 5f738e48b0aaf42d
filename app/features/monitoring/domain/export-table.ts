import type { Bilingual } from "~/kernel/bilingual";
import { plainYuan, type Fen } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";

export type ExportedCase = {
  number: string | null;
  firm: string;
  creditCode: string;
  item: Bilingual;
  department: string;
  state: string;
  submittedAt: Date;
  approvedFen: Fen | null;
  paidAt: Date | null;
};

export type ExportTable = {
  sheet: string;
  head: string[];
  rows: (string | null)[][];
  /** column, from 0, that holds yuan */ sumColumn: number;
};

type Words = {
  language: "zh" | "en";
  common: { state: Record<string, string> };
  monitoring: { sheet: string; yuanColumn: string; cases: Record<(typeof columns)[number], string> };
};

const columns = [
  "number",
  "firm",
  "creditCode",
  "item",
  "department",
  "state",
  "submitted",
  "approvedSum",
  "paidOn",
] as const;

/** The list as a table of texts: sums in yuan with two decimals, days in Asia/Shanghai. */
export function exportTable(cases: readonly ExportedCase[], { language, common, monitoring }: Words): ExportTable {
  const named = (column: (typeof columns)[number]) => monitoring.cases[column];
  return {
    sheet: monitoring.sheet,
    head: columns.map((column) =>
      column === "approvedSum" ? monitoring.yuanColumn.replace("{{name}}", named(column)) : named(column),
    ),
    rows: cases.map((each) => [
      each.number,
      each.firm,
      each.creditCode,
      each.item[language],
      each.department,
      common.state[each.state] ?? each.state,
      shanghaiDay(each.submittedAt),
      each.approvedFen === null ? null : plainYuan(each.approvedFen),
      each.paidAt && shanghaiDay(each.paidAt),
    ]),
    sumColumn: columns.indexOf("approvedSum"),
  };
}

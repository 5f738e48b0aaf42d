import { checkCreditCode } from "~/features/enterprises/domain/credit-code";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { readSpokenFact } from "~/features/policies/domain/fact-input";
import { yearOf, type PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import {
  isErrorCell,
  splitAtHeadings,
  tidyHeading,
  type SheetRow,
  type SheetTable,
} from "~/kernel/reading/sheet-table";

/** Columns of a delivery that are no fact; the last is for what is left out. */
export const ownColumns = ["creditCode", "name", "year", "validFrom", "validTo", "ignored"] as const;
type OwnColumn = (typeof ownColumns)[number];

/** What headings of such files mean where an office has not said otherwise. */
const headings: Readonly<Record<string, OwnColumn>> = {
  统一社会信用代码: "creditCode",
  社会信用代码: "creditCode",
  信用代码: "creditCode",
  纳税人识别号: "creditCode",
  企业名称: "name",
  单位名称: "name",
  纳税人名称: "name",
  企业全称: "name",
  年度: "year",
  所属年度: "year",
  所属年份: "year",
  发证日期: "validFrom",
  认定日期: "validFrom",
  有效期起: "validFrom",
  有效期至: "validTo",
  有效期止: "validTo",
  到期日期: "validTo",
  序号: "ignored",
  备注: "ignored",
};

/** What a file is read with. */
export type Reading = {
  facts: ReadonlyMap<string, FactDefinition>;
  /** whether the office may say this of firms */
  mayDeliver: (definition: FactDefinition) => boolean;
  /** what the office's headings meant before: a fact, or a column of `ownColumns` */
  known: Readonly<Record<string, string>>;
  /** of a list: the fact it settles, and what those on it have where no column says it */
  list: { fact: string; value: FactValue | null } | null;
  /** day on which it was so; yearly figures without a year are of the year before */
  asOf: PlainDate;
  today: PlainDate;
};

/** A mistake: row as the spreadsheet numbers it, column as it is headed, and why. */
export type DeliveryProblem = { row: number; column: string; reason: string };
export type DeliveredFirm = {
  row: number;
  creditCode: string;
  name: string | null;
  /** of yearly figures */
  year: number;
  validFrom: PlainDate | null;
  validTo: PlainDate | null;
  values: Readonly<Record<string, FactValue>>;
};
export type DeliveryTable = {
  /** column or fact by tidied heading, as `known` takes it */
  columns: Readonly<Record<string, string>>;
  firms: readonly DeliveredFirm[];
  problems: readonly DeliveryProblem[];
  /** headings nobody has explained yet; with any, nothing is read */
  unplaced: readonly string[];
};

/** Reads a table of an authority; with any problem none of it may be taken. A title may stand above the headings. */
export function readDelivery(table: SheetTable, reading: Reading): DeliveryTable {
  const meaning = (title: string) => columnOf(tidyHeading(title), reading);
  const { heading, body } = splitAtHeadings(table.rows, (title) => meaning(title) !== null);
  const titles = heading.cells.map((title) => title.trim());
  const columns = titles.map((title) => (title === "" ? "" : meaning(title)));
  const named = Object.fromEntries(
    titles.flatMap((title, at) => (columns[at] ? [[tidyHeading(title), columns[at]]] : [])),
  );
  const unplaced = titles.filter((_, at) => columns[at] === null);
  const wrong = headingProblems(heading, columns, reading);
  if (wrong.length + unplaced.length > 0) return { columns: named, firms: [], problems: wrong, unplaced };
  const faults = table.faults
    .filter(({ row }) => row > heading.number)
    .map(({ row, column, reason }) => ({ row, column: titles[column] ?? "", reason }));
  const read = body.map((row) => new RowReader(row, titles, columns as string[], reading).read());
  const firms = read.flatMap(({ firm }) => firm ?? []);
  const problems = [...faults, ...read.flatMap((each) => each.problems), ...repeats(firms)];
  const nothing = body.length === 0 ? [{ row: heading.number, column: "", reason: "empty" }] : [];
  return { columns: named, firms, problems: [...problems, ...nothing], unplaced };
}

/** What a heading means; null where nobody knows. */
function columnOf(title: string, { facts, known, mayDeliver, list }: Reading): string | null {
  const own = known[title] ?? headings[title] ?? ownColumns.find((name) => name === title);
  if (own !== undefined) return own;
  const fact = facts.get(title) ?? [...facts.values()].find(({ zh }) => tidyHeading(zh) === title);
  return fact && mayDeliver(fact) && (!list || list.fact === fact.name) ? fact.name : null;
}

function headingProblems(
  { number: row, cells }: SheetRow,
  columns: readonly (string | null)[],
  { list }: Reading,
): DeliveryProblem[] {
  const doubled = columns.flatMap((name, at) =>
    name && name !== "ignored" && columns.indexOf(name) < at
      ? [{ row, column: cells[at] ?? "", reason: "doubledColumn" }]
      : [],
  );
  const facts = columns.filter((name) => name && !ownColumns.some((own) => own === name));
  const isExplained = !columns.includes(null);
  const missing = [
    ...(columns.includes("creditCode") ? [] : [{ row, column: "creditCode", reason: "missingColumn" }]),
    ...(isExplained && !list && facts.length === 0 ? [{ row, column: "", reason: "noFacts" }] : []),
    ...(isExplained && list?.value === null && facts.length === 0
      ? [{ row, column: list.fact, reason: "missingColumn" }]
      : []),
  ];
  return [...doubled, ...missing];
}

class RowReader {
  private readonly problems: DeliveryProblem[] = [];

  constructor(
    private readonly row: SheetRow,
    private readonly titles: readonly string[],
    private readonly columns: readonly string[],
    private readonly reading: Reading,
  ) {}

  read(): { firm: DeliveredFirm | null; problems: readonly DeliveryProblem[] } {
    this.row.cells.forEach((text, at) => {
      if (isErrorCell(text)) this.fail(this.titles[at] ?? "", "cellError");
      else if (text.trim() !== "" && !this.columns[at]) this.fail(text.slice(0, 20), "noHeading");
    });
    if (this.problems.length > 0) return { firm: null, problems: this.problems };
    const code = checkCreditCode(this.cell("creditCode"));
    if (!code.ok) this.failAt("creditCode", code.reason);
    const firm = {
      row: this.row.number,
      creditCode: code.ok ? code.code : "",
      name: this.cell("name") || null,
      year: this.year(),
      ...this.term(),
      values: this.values(),
    };
    return { firm: this.problems.length === 0 ? firm : null, problems: this.problems };
  }

  private cell(column: string): string {
    return this.row.cells[this.columns.indexOf(column)]?.trim() ?? "";
  }

  private fail(column: string, reason: string): void {
    this.problems.push({ row: this.row.number, column, reason });
  }

  private failAt(column: string, reason: string): void {
    this.fail(this.titles[this.columns.indexOf(column)] ?? column, reason);
  }

  private year(): number {
    const latest = yearOf(this.reading.asOf);
    const typed = this.cell("year").replace(/年度?$/, "");
    if (typed === "") return latest - 1;
    const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
    if (year < 1990 || year > latest) this.failAt("year", "integer");
    return year;
  }

  private term(): Pick<DeliveredFirm, "validFrom" | "validTo"> {
    const validFrom = this.day("validFrom");
    const validTo = this.day("validTo");
    if (validFrom !== null && validTo !== null && validTo < validFrom) this.failAt("validTo", "termReversed");
    return { validFrom, validTo };
  }

  private day(column: OwnColumn): PlainDate | null {
    const typed = this.cell(column);
    if (typed === "") return null;
    const read = readDate(typed);
    if (!read.ok) this.failAt(column, read.problem.replace("problem.", ""));
    return read.ok ? read.value : null;
  }

  private values(): DeliveredFirm["values"] {
    const { list, facts, today } = this.reading;
    const stated = this.columns.flatMap((column): [string, FactValue][] => {
      const definition = ownColumns.some((own) => own === column) ? undefined : facts.get(column);
      const typed = this.cell(column);
      if (!definition || typed === "") return [];
      const read = readSpokenFact(definition, typed, today);
      if (!read.ok) this.failAt(column, read.problem.replace("problem.", ""));
      return read.ok ? [[column, read.value]] : [];
    });
    if (list && stated.length === 0) {
      if (list.value !== null) return { [list.fact]: list.value };
      this.failAt(list.fact, "required");
    }
    return Object.fromEntries(stated);
  }
}

/** A firm may come once, or once a year where the file tells of several. */
function repeats(firms: readonly DeliveredFirm[]): DeliveryProblem[] {
  const seen = new Set<string>();
  return firms
    .filter(({ creditCode, year }) => seen.has(`${creditCode}/${year}`) || !seen.add(`${creditCode}/${year}`))
    .map(({ row }) => ({ row, column: "creditCode", reason: "duplicate" }));
}

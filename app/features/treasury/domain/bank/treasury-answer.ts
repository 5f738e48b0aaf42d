import { exactFen, type Fen } from "~/kernel/money";
import { treasuryColumns, treasuryWords, type TreasuryColumn } from "../payment-batch";
import type { BankLine, LineStatus, ReadMessage } from "./bank-message";
import { paymentIdOf, tidyReference } from "~/features/funds/domain/payment-reference";
import { isKnownCode } from "~/features/funds/domain/return-codes";
import type { SheetTable } from "~/kernel/reading/sheet-table";
import type { Problem } from "./iso-rules";

/** What treasuries write as the result; left empty the payment has none yet. */
const answers = {
  paid: "已支付 支付成功 成功 已付 已付款 付款成功 已拨付 已到账 paid",
  returned: "退回 已退回 失败 支付失败 付款失败 退票 已退票 退汇 已退汇 returned",
  pending: " 处理中 支付中 未支付 待支付",
} as const;

function statusOf(result: string): LineStatus | null {
  const said = result.toLowerCase();
  const statuses = ["paid", "returned", "pending"] as const;
  return statuses.find((status) => answers[status].split(" ").includes(said)) ?? null;
}

/** Rows that may stand above the headings, such as a title. */
const mostTitleRows = 10;
const needed: readonly TreasuryColumn[] = ["reference", "amountYuan", "result", "reason"];

type Row = Partial<Record<TreasuryColumn, string>>;
type Answer = { fen: Fen; line: BankLine };
type Closing = { fen: Fen | null; count: string; path: string };

/**
 * Reads the form of a batch that a treasury without XML filled in: our own form with result, code and reason. The columns
 * are found by their headings, in any order; every row below is a payment, the one closing row, or blank, whatever its serial
 * looks like. It is taken whole or not at all, and the closing row must agree. A return says why: in words, or by a code
 * whose words are known. Paths are row and column.
 */
export function readTreasuryAnswer({ rows, faults }: SheetTable, messageId: string): ReadMessage {
  const heading = rows.slice(0, mostTitleRows).findIndex(({ cells }) => placesOf(cells).has("reference"));
  const { cells: heads, number } = rows[heading] ?? { cells: [], number: 1 };
  const places = placesOf(heads);
  if (needed.some((column) => !places.has(column))) return refused("1", "noHeading");
  if (heads.filter((cell) => columnOf(cell) !== null).length > places.size)
    return refused(String(number), "headingTwice");
  const [fault] = faults;
  if (fault) return refused(`${fault.row}`, "cellFault");
  const answers: Answer[] = [];
  const closings: Closing[] = [];
  for (const { cells, number: place } of rows.slice(heading + 1)) {
    const read = readRow(cells, rowOf(cells, places), place);
    if (read && "reason" in read) return { ok: false, problem: read };
    if (read && "line" in read) answers.push(read);
    else if (read) closings.push(read);
  }
  const problem = wholeProblem(answers, closings);
  if (problem) return { ok: false, problem };
  const lines = answers.map(({ line }) => line);
  return { ok: true, message: { kind: "csv", messageId, batchNumber: null, rest: null, lines } };
}

/** A payment, the closing row, or null for a blank row. */
function readRow(cells: readonly string[], row: Row, number: number): Answer | Closing | Problem | null {
  if (cells.every((cell) => tidy(cell) === "")) return null;
  return isClosing(cells, row) ? closingOf(row, number) : answerOf(row, number);
}

function refused(path: string, reason: string): ReadMessage {
  return { ok: false, problem: { path, reason } };
}

function tidy(cell: string | undefined): string {
  return (cell ?? "").normalize("NFKC").replace(/[\s\u200B-\u200D\uFEFF]/g, "");
}

/** A heading is known by its words up to a bracket, which people shorten. */
function headingKey(cell: string): string {
  return tidy(cell).replace(/\(.*$/, "");
}

const headings = new Map(treasuryColumns.map((column) => [headingKey(treasuryWords[column]), column]));

function columnOf(cell: string): TreasuryColumn | null {
  return headings.get(headingKey(cell)) ?? null;
}

function placesOf(cells: readonly string[]): Map<TreasuryColumn, number> {
  return new Map(
    cells.flatMap((cell, place) => {
      const column = columnOf(cell);
      return column ? [[column, place] as const] : [];
    }),
  );
}

function rowOf(cells: readonly string[], places: ReadonlyMap<TreasuryColumn, number>): Row {
  return Object.fromEntries([...places].map(([column, place]) => [column, (cells[place] ?? "").trim()]));
}

function isClosing(cells: readonly string[], row: Row): boolean {
  const first = tidy(cells.find((cell) => tidy(cell) !== ""));
  return (first === treasuryWords.total || tidy(row.serial) === treasuryWords.total) && tidy(row.reference) === "";
}

/** Sums as spreadsheets and people write them: groups of three, a sign of the currency, idle zeros. */
function fenOf(cell: string | undefined): Fen | null {
  const text = tidy(cell)
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "");
  if (!/^(\d{1,16}|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return null;
  return exactFen(text.replaceAll(",", ""));
}

function closingOf(row: Row, number: number): Closing | Problem {
  const sum = tidy(row.amountYuan);
  const fen = fenOf(row.amountYuan);
  if (sum !== "" && fen === null) return problemAt(number, "amountYuan", "amount");
  if (tidy(row.result) !== "") return { path: String(number), reason: "strangeRow" };
  const count = tidy(row.applicationNumber).replace(/[笔件]$/, "");
  return { fen, count: count.replace(/\.0+$/, ""), path: String(number) };
}

function problemAt(number: number, column: TreasuryColumn, reason: string): Problem {
  return { path: `${number}/${column}`, reason };
}

function answerOf(row: Row, number: number): Answer | Problem {
  const reference = tidyReference(tidy(row.reference).replace(/^'/, ""));
  if (reference === "") return { path: String(number), reason: "strangeRow" };
  if (paymentIdOf(reference) === null) return problemAt(number, "reference", "spoiltReference");
  const fen = fenOf(row.amountYuan);
  if (fen === null) return problemAt(number, "amountYuan", "amount");
  const status = statusOf(tidy(row.result));
  if (!status) return problemAt(number, "result", "unknownCode");
  const code = tidy(row.reasonCode).toUpperCase();
  if (status === "returned" && tidy(row.reason) === "" && !isKnownCode(code))
    return problemAt(number, "reason", "missing");
  if (status === "pending" && code + tidy(row.reason) !== "") return problemAt(number, "result", "missing");
  const line = {
    reference,
    amountFen: fen,
    status,
    reasonCode: code || null,
    reasonText: row.reason || null,
    bookedOn: null,
  };
  return { fen, line };
}

function wholeProblem(answers: readonly Answer[], closings: readonly Closing[]): Problem | null {
  const references = answers.map(({ line }) => line.reference);
  if (references.length === 0) return { path: "1", reason: "missing" };
  if (new Set(references).size < references.length) {
    const twice = references.find((each, index) => references.indexOf(each) < index) ?? "";
    return { path: twice, reason: "referenceTwice" };
  }
  const [closing, another] = closings;
  if (another) return { path: another.path, reason: "closingTwice" };
  if (!closing) return null;
  if (closing.count !== "" && closing.count !== String(answers.length))
    return { path: closing.path, reason: "closingCount" };
  const sum = answers.reduce((total, { fen }) => total + fen, 0n);
  return closing.fen !== null && closing.fen !== sum ? { path: closing.path, reason: "closingSum" } : null;
}

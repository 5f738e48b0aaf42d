import { fenFromYuan } from "~/kernel/money";
import { treasuryColumns, type TreasuryColumn } from "../payment-batch";
import type { BankLine, ReadMessage } from "./bank-message";

const results: Record<string, BankLine["status"]> = {
  已支付: "paid",
  成功: "paid",
  paid: "paid",
  退回: "returned",
  失败: "returned",
  returned: "returned",
  "": "pending",
};

type Row = Record<TreasuryColumn, string>;

/**
 * Reads the form of a batch that a treasury without XML filled in: our own file with result, code and reason. Headings
 * and the closing row are ours; like the XML files it is taken whole or not at all. Paths are row and column.
 */
export function readTreasuryAnswer(rows: readonly (readonly string[])[], messageId: string): ReadMessage {
  const lines: BankLine[] = [];
  for (const [index, cells] of rows.entries()) {
    const row = Object.fromEntries(treasuryColumns.map((column, place) => [column, cells[place]?.trim() ?? ""])) as Row;
    if (index === 0 || !/^\d+$/.test(row.serial)) continue;
    const problem = problemOf(row);
    if (problem) return { ok: false, problem: { path: `${index + 1}/${problem.column}`, reason: problem.reason } };
    lines.push({
      reference: row.reference.toLowerCase(),
      amountFen: fenFromYuan(row.amountYuan),
      status: results[row.result] ?? "pending",
      reasonCode: row.reasonCode || null,
      reasonText: row.reason || null,
      bookedOn: null,
    });
  }
  return lines.length === 0
    ? { ok: false, problem: { path: "1", reason: "missing" } }
    : { ok: true, message: { kind: "csv", messageId, batchNumber: null, rest: null, lines } };
}

function problemOf(row: Row): { column: TreasuryColumn; reason: string } | null {
  if (!/^[0-9a-f]{32}$/i.test(row.reference)) return { column: "reference", reason: "code" };
  if (!/^\d{1,16}(\.\d{1,2})?$/.test(row.amountYuan)) return { column: "amountYuan", reason: "amount" };
  if (!(row.result in results)) return { column: "result", reason: "unknownCode" };
  return results[row.result] === "returned" && row.reason === "" ? { column: "reason", reason: "missing" } : null;
}

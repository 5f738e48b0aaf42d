import { createHash } from "node:crypto";
import { csvRows } from "~/kernel/csv";
import { readBankXml } from "../adapters/bank-xml.server";
import type { ReadMessage } from "../domain/bank/bank-message";
import { readTreasuryAnswer } from "../domain/bank/treasury-answer";

/** Largest file of a bank, bytes. */
const most = 10 * 1024 * 1024;

/** A file of the bank as it came: XML by ISO 20022, or the treasury's form as CSV; nothing of it is written yet. */
export function readBankBytes(fileName: string, bytes: Uint8Array): { sha256: string; read: ReadMessage } {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length > most) return { sha256, read: { ok: false, problem: { path: "1", reason: "tooLong" } } };
  const text = decoded(bytes);
  if (text === null) return { sha256, read: { ok: false, problem: { path: "1", reason: "notUtf8" } } };
  return { sha256, read: fileName.toLowerCase().endsWith(".csv") ? readCsv(text, sha256) : readBankXml(text) };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function readCsv(text: string, sha256: string): ReadMessage {
  try {
    return readTreasuryAnswer(csvRows(text), `csv-${sha256.slice(0, 28)}`);
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: { path: "1", reason: "notCsv" } };
    throw error;
  }
}

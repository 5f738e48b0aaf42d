import { createHash } from "node:crypto";
import { isCompoundFile } from "~/kernel/reading/compound-file";
import { decodeText } from "~/kernel/reading/decode-text";
import { isZip, readSheet } from "~/platform/sheet/read-sheet.server";
import { readBankXml } from "../adapters/bank-xml.server";
import type { ReadMessage } from "../domain/bank/bank-message";
import { readTreasuryAnswer } from "../domain/bank/treasury-answer";

/** Largest file of a bank, bytes. */
const most = 10 * 1024 * 1024;

/**
 * A file of the bank as it came: XML by ISO 20022, or the treasury's form as XLSX or CSV, told apart by what they hold and
 * not by their names; nothing of it is written yet.
 * @throws Refusal as `readSheet`
 */
export async function readBankBytes(bytes: Uint8Array): Promise<{ sha256: string; read: ReadMessage }> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length > most) return { sha256, read: refused("tooLong") };
  return {
    sha256,
    read: await (isZip(bytes) || isCompoundFile(bytes) ? readForm(bytes, sha256) : readText(bytes, sha256)),
  };
}

function refused(reason: string): ReadMessage {
  return { ok: false, problem: { path: "1", reason } };
}

async function readForm(bytes: Uint8Array, sha256: string): Promise<ReadMessage> {
  return readTreasuryAnswer(await readSheet(bytes), `csv-${sha256.slice(0, 28)}`);
}

async function readText(bytes: Uint8Array, sha256: string): Promise<ReadMessage> {
  const text = decoded(bytes);
  if (text === null) return refused("notText");
  const start = text.trimStart();
  return start.startsWith("<") ? readBankXml(start) : readForm(bytes, sha256);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

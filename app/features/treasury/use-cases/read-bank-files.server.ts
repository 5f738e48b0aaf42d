import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import { findFile, listFiles } from "../adapters/bank-file.repository.server";
import { outcomes, type Outcome } from "../domain/bank/bank-answer";

/** A page of the files a region received, with how many lines led to what. */
export async function readBankFiles(tx: Tx, regionCode: string, page: number) {
  const { rows, ...rest } = await listFiles(tx, regionCode, page);
  return {
    ...rest,
    rows: rows.map(({ lines, ...file }) => ({ ...file, count: lines.length, outcomes: counted(lines) })),
  };
}

/** A file with its lines and what became of each. @throws Refusal `request.not-found` (404) */
export async function readBankFile(tx: Tx, id: string, regionCode: string) {
  const file = isUuid(id) ? await findFile(tx, id, regionCode) : null;
  if (!file) throw new Refusal("request.not-found", 404);
  return {
    ...file,
    outcomes: counted(file.lines),
    lines: file.lines.map(({ payment, ...line }) => ({
      ...line,
      batchId: payment?.batchId ?? null,
      number: payment?.application.number ?? null,
      firm: payment?.application.enterprise.name ?? null,
    })),
  };
}

function counted(lines: readonly { outcome: string }[]): { outcome: Outcome; count: number }[] {
  return outcomes
    .map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
}

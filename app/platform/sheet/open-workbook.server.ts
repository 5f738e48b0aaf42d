import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Refusal } from "~/kernel/refusal";

/** A filled cell: row and column from 0, its value (null for a formula without a result), and the number format where it has one. */
export type RawCell = readonly [
  row: number,
  column: number,
  value: string | number | boolean | Date | null,
  format: string | null,
];

type Answer = { ok: true; cells: RawCell[] } | { ok: false; reason: "unreadable" | "too-big" | "too-wide" };

const limits = { unpackedBytes: 64 * 1024 * 1024, entries: 2000, cells: 500_000 };
const mostMs = 20_000;
const heapMb = 768;

/**
 * The filled cells of the first visible sheet of an XLSX file, read on a thread with bounds for size, memory and time.
 * @throws Refusal `sheet.unreadable` (415), `sheet.too-big`, `sheet.too-wide` (413)
 */
export async function openWorkbook(bytes: Uint8Array): Promise<RawCell[]> {
  const answer = await askThread(bytes);
  if (answer.ok) return answer.cells;
  throw new Refusal(`sheet.${answer.reason}`, answer.reason === "unreadable" ? 415 : 413);
}

function askThread(bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(join(process.cwd(), "app/platform/sheet/sheet-thread.mjs"), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    execArgv: [],
  });
  return new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, reason: "too-big" }), mostMs);
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.once("message", settle);
    worker.once("error", () => settle({ ok: false, reason: "too-big" }));
    worker.once("exit", () => settle({ ok: false, reason: "unreadable" }));
  }).finally(() => void worker.terminate());
}

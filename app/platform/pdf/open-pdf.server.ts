import { join } from "node:path";
import { Worker } from "node:worker_threads";

export type PdfState = "open" | "password" | "damaged";

const mostMs = 20_000;
const heapMb = 256;

/**
 * Whether a PDF opens, asks for a password or can't be opened. One that has all its parts and no encryption is not opened; one
 * that takes too long is taken for open, as it was named and begins like a PDF.
 */
export function openPdf(bytes: Uint8Array): Promise<PdfState> {
  if (isWhole(bytes)) return Promise.resolve("open");
  const worker = new Worker(join(process.cwd(), "app/platform/pdf/pdf-thread.mjs"), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfState>((resolve) => {
    const timer = setTimeout(() => resolve("open"), mostMs);
    const settle = (state: PdfState) => {
      clearTimeout(timer);
      resolve(state);
    };
    worker.once("message", settle);
    worker.once("error", () => settle("damaged"));
    worker.once("exit", () => settle("damaged"));
  }).finally(() => void worker.terminate());
}

/** The end that ISO 32000-1, 7.5.5 asks for, within the last 1,024 bytes, an object before it, and no encryption. */
function isWhole(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.subarray(-1024);
  return !text.includes("/Encrypt") && text.includes(" obj") && end.includes("startxref") && end.includes("%%EOF");
}

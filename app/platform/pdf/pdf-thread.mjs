import { parentPort, workerData } from "node:worker_threads";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Opens a PDF as readers do, on a thread of its own; a password that opens it without being asked for (protection against
 * printing alone) is none.
 * @typedef {{ bytes: Uint8Array }} Order
 */
const { bytes } = /** @type {Order} */ (workerData);

async function answer() {
  try {
    const { numPages } = await getDocument({ data: bytes, verbosity: 0, isEvalSupported: false }).promise;
    return numPages > 0 ? "open" : "damaged";
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "password" : "damaged";
  }
}

parentPort?.postMessage(await answer());

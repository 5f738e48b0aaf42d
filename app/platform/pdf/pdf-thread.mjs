import { parentPort, workerData } from "node:worker_threads";

/**
 * Opens a PDF as readers do, on a thread of its own; a password that opens it without being asked for (protection against
 * printing alone) is none.
 * @typedef {{ bytes: Uint8Array }} Order
 */
const { bytes } = /** @type {Order} */ (workerData);

/** The reader wants to be able to draw and says so where it can't; nothing is drawn here. */
async function reader() {
  const { warn } = console;
  console.warn = () => undefined;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    Object.assign(globalThis, { [name]: Reflect.get(globalThis, name) ?? class {} });
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}

async function answer() {
  const { getDocument } = await reader();
  try {
    const { numPages } = await getDocument({ data: bytes, verbosity: 0, isEvalSupported: false }).promise;
    return numPages > 0 ? "open" : "damaged";
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "password" : "damaged";
  }
}

parentPort?.postMessage(await answer());

import { createCanvas, DOMMatrix, ImageData, Path2D, type Canvas } from "canvas-of-tests";

/** What the reader draws with; it looks for these before it is loaded. */
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

/** Makes the canvases that the reader needs beside the page. */
class Canvases {
  create(width: number, height: number) {
    const canvas = createCanvas(width, height);
    return { canvas, context: canvas.getContext("2d") };
  }
  reset({ canvas }: { canvas: Canvas }, width: number, height: number) {
    Object.assign(canvas, { width, height });
  }
  destroy({ canvas }: { canvas: Canvas }) {
    Object.assign(canvas, { width: 0, height: 0 });
  }
}

/** One page drawn by another program than the one that wrote it; `scale` 1 is 72 dots an inch. */
export async function renderPage(
  bytes: Uint8Array,
  pageNumber: number,
  scale: number,
): Promise<{ canvas: Canvas; pages: number }> {
  const opening = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    CanvasFactory: Canvases,
  });
  const document = await opening.promise;
  const page = await document.getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext("2d") as never, viewport }).promise;
  const { numPages } = document;
  await opening.destroy();
  return { canvas, pages: numPages };
}

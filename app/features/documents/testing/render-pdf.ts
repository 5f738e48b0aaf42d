import { createCanvas, type Canvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

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

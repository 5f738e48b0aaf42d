import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "./alert";

/** A PDF drawn page by page in the page itself: the browser's own viewer will not open a sandboxed file. */
export function PdfPages({ src, name }: { src: string; name: string }) {
  const { t } = useWords();
  const [document, setDocument] = useState<PDFDocumentProxy | "broken" | null>(null);
  const [page, setPage] = useState(1);
  useEffect(() => {
    let closed = false;
    const opening = open(src);
    opening.then(
      (opened) => !closed && setDocument(opened),
      () => !closed && setDocument("broken"),
    );
    return () => {
      closed = true;
      opening.then(
        (opened) => opened.loadingTask.destroy(),
        () => undefined,
      );
    };
  }, [src]);
  if (document === "broken")
    return (
      <Alert tone="warn">
        {t("pdf.broken")} <a href={src}>{name}</a>
      </Alert>
    );
  if (!document)
    return (
      <p role="status" className="py-10 text-center text-muted">
        {t("pdf.loading")}
      </p>
    );
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="button button-secondary"
          aria-disabled={page <= 1 || undefined}
          onClick={() => setPage(Math.max(1, page - 1))}
        >
          {t("pdf.previous")}
        </button>
        <span role="status">{t("pdf.page", { page, pages: document.numPages })}</span>
        <button
          type="button"
          className="button button-secondary"
          aria-disabled={page >= document.numPages || undefined}
          onClick={() => setPage(Math.min(document.numPages, page + 1))}
        >
          {t("pdf.next")}
        </button>
      </div>
      <PdfPage document={document} page={page} />
    </div>
  );
}

/** One page as a picture as wide as its place, with its text for screen readers. */
function PdfPage({ document, page }: { document: PDFDocumentProxy; page: number }) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    const drawing = draw(document, page, target, setText);
    return () => drawing.cancel();
  }, [document, page]);
  return (
    <>
      <canvas ref={canvas} aria-hidden className="w-full border border-line bg-white" />
      <p className="sr-only">
        {t("pdf.page", { page, pages: document.numPages })} {text}
      </p>
    </>
  );
}

async function open(src: string): Promise<PDFDocumentProxy> {
  const [pdfjs, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url"),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  const { origin } = window.location;
  return pdfjs.getDocument({
    url: src,
    cMapUrl: `${origin}/pdfjs/cmaps/`,
    standardFontDataUrl: `${origin}/pdfjs/standard_fonts/`,
    isEvalSupported: false,
    useWasm: false,
  }).promise;
}

function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, onText: (text: string) => void) {
  let cancelled = false;
  let cancel: () => void = () => undefined;
  void (async () => {
    const page = await document.getPage(number);
    if (cancelled) return;
    const scale =
      (Math.max(canvas.clientWidth, 300) * Math.min(window.devicePixelRatio, 2)) / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const rendering = page.render({ canvas, viewport });
    cancel = () => rendering.cancel();
    const [content] = await Promise.all([page.getTextContent(), rendering.promise]);
    if (!cancelled) onText(content.items.map((item) => ("str" in item ? item.str : "")).join(" "));
  })().catch((error: unknown) => {
    if (!cancelled) throw error;
  });
  return {
    cancel() {
      cancelled = true;
      cancel();
    },
  };
}

import { useWords } from "~/i18n/use-words";
import type { ReactNode } from "react";

/** A chart drawn on the server, with the same figures as a table. */
export function ChartFigure({ title, svg, children }: { title: string; svg: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <figure className="card">
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <div className="chart mt-2 max-w-xl" aria-hidden dangerouslySetInnerHTML={{ __html: svg }} />
      <details className="mt-2" open={svg === ""}>
        <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("asTable")}</summary>
        {children}
      </details>
    </figure>
  );
}

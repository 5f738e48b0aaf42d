import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

export type SummaryRow = { key: string; label: string; value: ReactNode; change?: string };

/** What was said, row by row, each with a way to change it; `stacked` for a narrow place: words below their label. */
export function SummaryList({ rows, stacked }: { rows: readonly SummaryRow[]; stacked?: boolean }) {
  const { t } = useWords();
  return (
    <dl className="divide-y divide-line">
      {rows.map((row) => (
        <div key={row.key} className={`grid gap-1 py-3 ${stacked ? "" : "sm:grid-cols-[14rem_1fr_auto] sm:gap-4"}`}>
          <dt className="font-medium text-muted">{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change && (
            <dd>
              <Link to={row.change}>
                {t("change")}
                <span className="sr-only"> {row.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

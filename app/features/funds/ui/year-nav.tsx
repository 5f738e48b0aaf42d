import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

/** The years that have something to show; one alone needs no choice. */
export function YearNav({ years, year }: { years: readonly number[]; year: number }) {
  const { t } = useWords("funds");
  if (years.length < 2) return null;
  return (
    <nav aria-label={t("budgets.year")} className="no-print mb-4 flex flex-wrap items-center gap-x-4">
      <span className="text-muted">{t("budgets.year")}</span>
      {years.map((each) => (
        <Link
          key={each}
          to={`?year=${each}`}
          aria-current={each === year ? "page" : undefined}
          className={`inline-flex min-h-11 items-center ${each === year ? "font-semibold text-brand-800 no-underline" : ""}`}
        >
          {each}
        </Link>
      ))}
    </nav>
  );
}

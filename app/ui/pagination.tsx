import { Link, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

type Props = { page: number; pages: number; parameter?: string; label?: string };

/** Ways to the next and the previous page; other parameters stay. A second list of a page has a parameter and a label of its own. */
export function Pagination({ page, pages, parameter = "page", label }: Props) {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  if (pages <= 1) return null;
  const to = (next: number) => {
    const copy = new URLSearchParams(parameters);
    copy.set(parameter, String(next));
    return `?${copy}`;
  };
  return (
    <nav aria-label={label ?? t("pages")} className="mt-4 flex items-center justify-center gap-4">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className="button button-secondary">
          {t("previousPage")}
        </Link>
      ) : (
        <span />
      )}
      <span>{t("pageOf", { page, pages })}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className="button button-secondary">
          {t("nextPage")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

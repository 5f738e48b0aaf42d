import { NavLink } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

const pages = ["", "clause", "backtest", "release", "json"] as const;

/** The pages of one draft. */
export function DraftTabs({ id }: { id: string }) {
  const { t } = useWords("workbench");
  return (
    <nav aria-label={t("tabs.label")} className="no-print mb-4 flex flex-wrap gap-1 border-b border-line">
      {pages.map((page) => (
        <NavLink
          key={page}
          end
          to={`/workbench/${id}${page && `/${page}`}`}
          className={({ isActive }) =>
            `inline-flex min-h-11 items-center px-3 no-underline ${isActive ? "border-b-2 border-brand-700 font-semibold" : ""}`
          }
        >
          {t(`tabs.${page || "form"}`)}
        </NavLink>
      ))}
    </nav>
  );
}

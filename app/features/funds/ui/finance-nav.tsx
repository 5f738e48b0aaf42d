import { NavLink } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

const pages = [
  ["budgets", "/finance"],
  ["orders", "/finance/orders"],
  ["forecast", "/finance/forecast"],
  ["payments", "/finance/payments"],
  ["batches", "/finance/batches"],
  ["bank", "/finance/bank"],
  ["reconciliation", "/finance/reconciliation"],
  ["recoveries", "/finance/recoveries"],
  ["pool", "/finance/pool"],
] as const;
/** What those may open too who only read budgets. */
const ofBudgets: readonly string[] = ["budgets", "forecast"];

/** The pages of the finance desk. */
export function FinanceNav({ pays = true }: { pays?: boolean }) {
  const { t } = useWords("funds");
  return (
    <nav aria-label={t("nav.title")} className="no-print mb-4 flex flex-wrap gap-x-4 border-b border-line">
      {pages
        .filter(([name]) => pays || ofBudgets.includes(name))
        .map(([name, href]) => (
          <NavLink
            key={name}
            to={href}
            end={name === "budgets"}
            className={({ isActive }) =>
              `inline-flex min-h-11 items-center border-b-2 px-1 no-underline ${isActive ? "border-brand-600 font-semibold text-brand-800" : "border-transparent text-brand-700"}`
            }
          >
            {t(`nav.${name}`)}
          </NavLink>
        ))}
    </nav>
  );
}

import { NavLink } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

const areas = [
  ["log", "/audit"],
  ["seals", "/audit/seals"],
  ["replay", "/audit/replay"],
] as const;

/** The pages of the auditor's desk. */
export function AuditAreas() {
  const { t } = useWords("audit");
  return (
    <nav aria-label={t("title")} className="no-print mb-6 flex flex-wrap gap-2">
      {areas.map(([name, to]) => (
        <NavLink
          key={name}
          to={to}
          end
          className={({ isActive }) => `button ${isActive ? "button-primary" : "button-quiet"}`}
        >
          {t(`areas.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}

import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const areas = [
  ["log", "/audit"],
  ["seals", "/audit/seals"],
  ["replay", "/audit/replay"],
] as const;

/** The pages of the auditor's desk. */
export function AuditAreas() {
  const { t } = useTranslation("audit");
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

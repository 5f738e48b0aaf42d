import { NavLink } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

const tools = [
  { key: "matches", to: "/firm/matches" },
  { key: "close", to: "/firm/close" },
  { key: "questions", to: "/firm/questions" },
  { key: "combination", to: "/firm/combination" },
  { key: "report", to: "/firm/report" },
] as const;

/** Ways between the pages that advise a firm. Questions are only for those who may answer. */
export function AdviceNav({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useWords("advice");
  return (
    <nav aria-label={t("nav.label")} className="no-print mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {tools
          .filter(({ key }) => mayWrite || key !== "questions")
          .map(({ key, to }) => (
            <li key={key}>
              <NavLink
                to={to}
                end
                prefetch="intent"
                className={({ isActive }) =>
                  `inline-flex min-h-11 items-center whitespace-nowrap border-b-3 px-3 font-medium no-underline ${isActive ? "border-brand-600 text-brand-800" : "border-transparent text-muted hover:text-brand-700"}`
                }
              >
                {t(`nav.${key}`)}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

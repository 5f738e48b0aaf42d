import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

/** What the platform is, and the ways on. */
export function SiteFooter() {
  const { t } = useWords();
  return (
    <footer className="mt-auto border-t border-line bg-white">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-6 text-sm text-muted">
        <p>{t("footer")}</p>
        <ul className="flex gap-4">
          <li>
            <Link to="/policies">{t("nav.policies")}</Link>
          </li>
          <li>
            <Link to="/about">{t("nav.about")}</Link>
          </li>
          <li>
            <Link to="/verify">{t("nav.verify")}</Link>
          </li>
          <li>
            <Link to="/audit-roots">{t("nav.auditRoots")}</Link>
          </li>
          <li>
            <Link to="/publicity">{t("nav.publicity")}</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}

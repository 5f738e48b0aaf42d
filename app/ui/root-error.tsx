import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type Spoken = { code?: string; params?: Record<string, string | number> };

/** What went wrong, in words, and where to go on. Nothing internal is shown. */
export function RootError() {
  const { t } = useTranslation(["refusals", "common"]);
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const spoken = isRouteErrorResponse(error) ? (error.data as Spoken | null) : null;
  const key = status === 404 ? "request.not-found" : status === 403 ? "request.forbidden" : "request.failed";
  return (
    <section className="card max-w-2xl">
      <h1>{t(spoken?.code ?? key, { ns: "refusals", ...spoken?.params, defaultValue: t(key, { ns: "refusals" }) })}</h1>
      <p className="mt-2 text-muted">{t(status >= 500 ? "errorServer" : "errorRequest", { ns: "common" })}</p>
      <p className="mt-4">
        <Link to="/" className="button button-secondary">
          {t("backHome", { ns: "common" })}
        </Link>
      </p>
    </section>
  );
}

import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { NavigationEntry } from "~/access/navigation";
import type { SpokenRefusal } from "./refusal-alert";
import { Waiting } from "./waiting";

/**
 * What went wrong, in words, and where to go on: to the person's own first page. Nothing internal is shown; what is
 * only away for a moment opens by itself.
 */
export function RootError({ home }: { home: NavigationEntry | undefined }) {
  const error = useRouteError();
  const { status, data } = isRouteErrorResponse(error) ? error : { status: 500, data: null };
  return <ErrorCard status={status} refusal={(data ?? {}) as Partial<SpokenRefusal>} home={home} />;
}

type Shown = { status: number; refusal: Partial<SpokenRefusal>; home: NavigationEntry | undefined };

/** A refusal in words; a code that is not known is told by its status. */
export function ErrorCard({ status, refusal: { code = keyOf(status), params = {} }, home }: Shown) {
  const { t } = useWords(["refusals", "common"]);
  const words = t([code, keyOf(status)], { ns: "refusals", ...params });
  return (
    <section className="card max-w-2xl">
      <h1>{status === 503 ? t("waitsTitle", { ns: "common" }) : words}</h1>
      {status === 503 ? (
        <Waiting refusal={{ code, params }} />
      ) : (
        <p className="mt-2 text-muted">{t(hintOf(status), { ns: "common" })}</p>
      )}
      <WaysOn home={home} />
    </section>
  );
}

function WaysOn({ home }: { home: NavigationEntry | undefined }) {
  const { t } = useWords();
  return (
    <p className="mt-4 flex flex-wrap gap-3">
      {home && home.href !== "/" && (
        <Link to={home.href} className="button button-primary">
          {t("backTo", { page: t(`nav.${home.label}`) })}
        </Link>
      )}
      <Link to="/" className="button button-secondary">
        {t("backHome")}
      </Link>
    </p>
  );
}

function keyOf(status: number): string {
  if (status === 404) return "request.not-found";
  return status === 403 ? "request.forbidden" : "request.failed";
}

function hintOf(status: number): string {
  if (status === 403) return "errorForbidden";
  return status >= 500 ? "errorServer" : "errorRequest";
}

import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { exportHref } from "~/features/monitoring/domain/case-links";
import { readCaseFilter } from "~/features/monitoring/monitoring.schema";
import { CaseTable } from "~/features/monitoring/ui/case-table";
import { NarrowedTo } from "~/features/monitoring/ui/narrowed-to";
import { filterWords } from "~/features/monitoring/use-cases/filter-words.server";
import { readCases } from "~/features/monitoring/use-cases/read-cases.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "read:monitoring:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:monitoring:all", async ({ request, context, actor }) => {
  const filter = readCaseFilter(new URL(request.url));
  const language = await languageOf(request);
  const words = await filterWords(context, filter, language);
  const result = await readCases(context, filter, pageOf(request), language);
  return { filter, words, result, mayExport: actor.permissions.has("export:monitoring:all") };
});

export default function MonitoredCases() {
  const { filter, words, result, mayExport } = useLoaderData<typeof loader>();
  const { t } = useWords("monitoring");
  return (
    <>
      <PageTitle title={t("cases.title")} lead={t("cases.lead")}>
        <Link to="/monitor" className="button button-quiet">
          {t("cases.back")}
        </Link>
        {mayExport && (
          <a href={exportHref(filter, "csv")} className="button button-secondary" download>
            {t("cases.csv")}
          </a>
        )}
        {mayExport && (
          <a href={exportHref(filter, "xlsx")} className="button button-secondary" download>
            {t("cases.xlsx")}
          </a>
        )}
      </PageTitle>
      <NarrowedTo words={words} />
      <p className="mb-3 font-semibold" role="status">
        {t("cases.found", { count: result.count })}
      </p>
      {result.count === 0 ? (
        <EmptyState title={t("cases.none")}>{t("cases.noneHint")}</EmptyState>
      ) : (
        <div className="card">
          <CaseTable rows={result.rows} />
        </div>
      )}
      <Pagination page={result.page} pages={result.pages} />
    </>
  );
}

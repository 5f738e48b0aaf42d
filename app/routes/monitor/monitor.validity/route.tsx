import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { CoverageTable } from "~/features/validity/ui/coverage-table";
import { readCoverage } from "~/features/validity/use-cases/read-coverage.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { ChartFigure } from "~/ui/chart-figure";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:monitoring:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:monitoring:all", async ({ request, context, actor }) => {
  const { prisma: tx, clock, catalogue } = context;
  return {
    ...(await readCoverage({ tx, clock, catalogue, actor }, await languageOf(request))),
    mayExport: actor.permissions.has("export:monitoring:all"),
  };
});

export default function Coverage() {
  const { rows, demoRows, chart, mayExport } = useLoaderData<typeof loader>();
  const { t } = useWords("validity");
  return (
    <>
      <PageTitle title={t("coverage.title")} lead={t("coverage.lead")}>
        {mayExport && rows.length > 0 && (
          <a href="/monitor/validity/export" download className="button button-secondary">
            {t("export")}
          </a>
        )}
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("coverage.none")} />
      ) : (
        <>
          <ChartFigure title={t("coverage.chart")} svg={chart}>
            <CoverageTable rows={rows} caption={t("coverage.table")} />
          </ChartFigure>
          <p className="my-3 text-sm text-muted">{t("coverage.note")}</p>
        </>
      )}
      {demoRows.length > 0 && (
        <section className="card mt-6">
          <h2 className="mb-3">{t("coverage.demo")}</h2>
          <CoverageTable rows={demoRows} caption={t("coverage.demo")} />
        </section>
      )}
    </>
  );
}

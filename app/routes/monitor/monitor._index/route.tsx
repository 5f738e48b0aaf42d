import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { casesHref } from "~/features/monitoring/domain/case-links";
import { dimensions } from "~/features/monitoring/domain/figures";
import { readMonitorFilter } from "~/features/monitoring/monitoring.schema";
import { BudgetTable } from "~/features/monitoring/ui/budget-table";
import { CutFigure } from "~/features/monitoring/ui/cut-figure";
import { DashboardTiles } from "~/features/monitoring/ui/dashboard-tiles";
import { FunnelFigure } from "~/features/monitoring/ui/funnel-figure";
import { MonitorFilters } from "~/features/monitoring/ui/monitor-filters";
import { MonthFigure } from "~/features/monitoring/ui/month-figure";
import { StageFigure } from "~/features/monitoring/ui/stage-figure";
import { filterChoices } from "~/features/monitoring/use-cases/filter-choices.server";
import { readDashboard } from "~/features/monitoring/use-cases/read-dashboard.server";
import { OfficeTroubles } from "~/features/work/ui/office-troubles";
import { troublesOfOffices } from "~/features/work/use-cases/troubles-of-offices.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:monitoring:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:monitoring:all", async ({ request, context }) => {
  const filter = readMonitorFilter(new URL(request.url));
  const language = await languageOf(request);
  const { prisma: tx, clock, catalogue } = context;
  return {
    filter,
    choices: filterChoices(context, language),
    board: await readDashboard(context, filter, language),
    offices: await troublesOfOffices({ tx, clock, catalogue }, language),
  };
});

export default function Monitor() {
  const { filter, choices, board, offices } = useLoaderData<typeof loader>();
  const { t } = useWords("monitoring");
  const { charts } = board;
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        <Link to={casesHref(filter)} className="button button-secondary">
          {t("openCases")}
        </Link>
      </PageTitle>
      <MonitorFilters key={JSON.stringify(filter)} filter={filter} choices={choices} />
      <p className="mb-3 text-sm text-muted" role="status">
        {t("queriedAt")}
        <DateTimeText at={board.at} />
      </p>
      <OfficeTroubles offices={offices} href={(department) => casesHref(filter, { department })} />
      <DashboardTiles filter={filter} total={board.total} budgets={board.budgets} />
      {board.total.applications === 0 && board.funnel.pushed === 0 ? (
        <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
      ) : (
        <div className="grid grid-flow-dense items-start gap-6 lg:grid-cols-2 [&>figure]:min-w-0 lg:[&>figure:nth-child(2)]:row-span-2 lg:[&>figure:has(details[open])]:col-span-2">
          <FunnelFigure funnel={board.funnel} svg={charts.funnel} filter={filter} />
          <StageFigure stages={board.stages} svg={charts.stages} filter={filter} />
          <MonthFigure months={board.months} svg={charts.months} filter={filter} />
          {dimensions.map((dimension) => (
            <CutFigure
              key={dimension}
              dimension={dimension}
              rows={board.cuts[dimension]}
              svg={charts[dimension]}
              filter={filter}
            />
          ))}
        </div>
      )}
      <BudgetTable budgets={board.budgets} />
    </>
  );
}

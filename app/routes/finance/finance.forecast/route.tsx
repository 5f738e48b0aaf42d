import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { YearNav } from "~/features/funds/ui/year-nav";
import { readYears } from "~/features/funds/use-cases/read-years.server";
import { drawForecast, readForecast, type EnvelopeForecast } from "~/features/funds/use-cases/read-forecast.server";
import { languageOf } from "~/door/language.server";
import { wordsOf } from "~/words/resources";
import { formatYuan } from "~/kernel/money";
import { guardedLoader } from "~/door/guard.server";
import { yearAsked } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Tag } from "~/ui/tag";

export const handle = { access: "read:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:budget:all", async ({ request, context, actor }) => {
  const search = new URL(request.url).searchParams;
  const language = await languageOf(request);
  const { monitoring } = await wordsOf(language);
  const year = yearAsked(request, context.clock);
  const { prisma: tx, clock, catalogue } = context;
  const rows = await readForecast({ tx, clock, catalogue, actor }, year);
  const chosen = rows.find(({ id }) => id === search.get("envelope")) ?? rows[0] ?? null;
  const unitFen = language === "en" ? 100_000n : 1_000_000n;
  const years = await readYears({ tx, clock }, year);
  return {
    rows,
    years,
    chosen,
    svg: chosen ? drawForecast(chosen, monitoring.monthUnit, unitFen) : "",
    year,
    pays: actor.permissions.has("read:payment:region"),
  };
});

export default function ForecastPage() {
  const { rows, years, chosen, svg, year, pays } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const columns = useColumns(year, chosen?.id);
  const months = useMonths();
  return (
    <>
      <FinanceNav pays={pays} />
      <PageTitle title={`${t("forecast.title")} ${year}`} lead={t("forecast.lead")} />
      <YearNav years={years} year={year} />
      {rows.length === 0 || !chosen ? (
        <EmptyState title={t("budgets.none")} />
      ) : (
        <>
          <section className="card mb-6">
            <DataTable
              caption={t("forecast.title")}
              hideCaption
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
            />
          </section>
          <ChartFigure title={t("forecast.chart", { name: chosen.name })} svg={svg}>
            <DataTable
              caption={t("forecast.chart", { name: chosen.name })}
              hideCaption
              columns={months}
              rows={chosen.months}
              rowKey={(row) => row.month}
            />
          </ChartFigure>
        </>
      )}
    </>
  );
}

/** An envelope a row: what is taken, what waits, when it runs out at the present pace; sums in yuan. */
function useColumns(year: number, chosenId?: string): Column<EnvelopeForecast>[] {
  const { t } = useWords("funds");
  return [
    {
      key: "name",
      head: t("budgets.name"),
      wide: true,
      cell: (row) => (
        <Link
          to={`?year=${year}&envelope=${row.id}`}
          aria-current={row.id === chosenId || undefined}
          preventScrollReset
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: "end",
      head: t("forecast.exhausted"),
      cell: (row) =>
        row.exhaustedOn ? (
          <Tag tone={row.exhaustedOn <= `${year}-12-31` ? "bad" : "warn"}>
            <DateText day={row.exhaustedOn} />
          </Tag>
        ) : (
          <Tag tone="good">{t("forecast.lasts")}</Tag>
        ),
    },
    { key: "reserved", head: t("budgets.reserved"), figure: true, cell: (row) => formatYuan(row.reservedFen) },
    { key: "due", head: t("budgets.due"), figure: true, cell: (row) => formatYuan(row.dueFen) },
    { key: "disbursed", head: t("budgets.disbursed"), figure: true, cell: (row) => formatYuan(row.disbursedFen) },
    { key: "available", head: t("forecast.available"), figure: true, cell: (row) => formatYuan(row.availableFen) },
    { key: "waiting", head: t("forecast.waiting"), figure: true, cell: (row) => formatYuan(row.waitingFen) },
    { key: "coming", head: t("forecast.coming"), figure: true, cell: (row) => formatYuan(row.comingFen) },
    { key: "cases", head: t("forecast.cases"), figure: true, cell: (row) => row.cases },
    { key: "expected", head: t("forecast.expected"), figure: true, cell: (row) => formatYuan(row.expectedFen) },
    {
      key: "rate",
      head: t("forecast.rate"),
      figure: true,
      cell: (row) => (row.decided === 0 ? t("none", { ns: "common" }) : `${row.approved} / ${row.decided}`),
    },
    { key: "pace", head: t("forecast.pace"), figure: true, cell: (row) => formatYuan(row.monthlyFen) },
  ];
}

/** What is left of the chosen envelope, month by month, in yuan. */
function useMonths(): Column<EnvelopeForecast["months"][number]>[] {
  const { t } = useWords("funds");
  return [
    { key: "month", head: t("forecast.month"), cell: (row) => row.month },
    {
      key: "left",
      head: t("forecast.left"),
      figure: true,
      cell: (row) => formatYuan(row.leftFen),
    },
  ];
}

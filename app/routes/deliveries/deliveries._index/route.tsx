import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { deliveryStates } from "~/features/deliveries/domain/delivery-machine";
import { deliverableFacts } from "~/features/deliveries/use-cases/read-file.server";
import { readDeliveries } from "~/features/deliveries/use-cases/read-deliveries.server";
import { guardedLoader } from "~/door/guard.server";
import { languageOf } from "~/door/language.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText, DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "deliver:fact:department" } satisfies RouteHandle;

export const loader = guardedLoader("deliver:fact:department", async ({ request, context, actor }) => {
  const deps = { tx: context.prisma, catalogue: context.catalogue, actor };
  const page = pageOf(request);
  const state = new URL(request.url).searchParams.get("state");
  return {
    page,
    mayDeliver: deliverableFacts(deps).length > 0,
    ...(await readDeliveries(deps, { state, page, language: await languageOf(request) })),
  };
});

export default function Deliveries() {
  const { rows, count, page, pages, state, mayDeliver } = useLoaderData<typeof loader>();
  const { t } = useWords("deliveries");
  const { search } = useLocation();
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      key: "title",
      head: t("column.title"),
      wide: true,
      cell: (row) => <Link to={`/deliveries/${row.id}`}>{row.title}</Link>,
    },
    { key: "kind", head: t("column.kind"), cell: (row) => t(`kind.${row.kind}`) },
    { key: "place", head: t("column.place"), cell: (row) => row.place },
    { key: "asOf", head: t("column.asOf"), cell: (row) => <DateText day={row.asOf} /> },
    { key: "rows", head: t("column.rows"), figure: true, cell: (row) => row.rows },
    { key: "state", head: t("column.state"), cell: (row) => t(`state.${row.state}`) },
    { key: "handedOver", head: t("column.handedOver"), cell: (row) => <DateTimeText at={row.createdAt} /> },
  ];
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        {mayDeliver && (
          <Link to="/deliveries/new" className="button button-primary">
            {t("new")}
          </Link>
        )}
      </PageTitle>
      <FilterBar key={search} active={state !== null}>
        <FilterSelect
          name="state"
          label={t("column.state")}
          value={state ?? undefined}
          all={t("all")}
          options={deliveryStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      {count === 0 ? (
        <EmptyState title={t(state === null ? "none" : "noneSo")}>
          {state === null ? t(mayDeliver ? "noneHint" : "noFacts") : undefined}
        </EmptyState>
      ) : (
        <section className="card">
          <DataTable caption={t("found", { count })} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </section>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

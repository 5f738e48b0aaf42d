import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { readBatches } from "~/features/treasury/use-cases/read-payments.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

const statuses = ["draft", "exported", "settled", "cancelled"] as const;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const status = statuses.find((each) => each === new URL(request.url).searchParams.get("status"));
  return { status, ...(await readBatches(context.prisma, treasuryRegion(actor), status, pageOf(request))) };
});

export default function Batches() {
  const { status, rows, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  type Row = (typeof rows)[number];
  const columns = [
    {
      key: "number",
      head: t("batches.number"),
      cell: (row: Row) => <Link to={`/finance/batches/${row.id}`}>{row.number}</Link>,
    },
    { key: "status", head: t("batches.status"), cell: (row: Row) => t(`batches.statuses.${row.status}`) },
    { key: "source", head: t("payments.source"), cell: (row: Row) => t(`payments.sources.${row.source}`) },
    { key: "made", head: t("batches.made"), cell: (row: Row) => <DateTimeText at={row.createdAt} /> },
    { key: "count", head: t("batches.count"), figure: true, cell: (row: Row) => row.paymentCount },
    { key: "sum", head: t("batches.sum"), figure: true, cell: (row: Row) => <Money fen={row.totalFen} /> },
  ];
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("batches.title")} lead={t("batches.lead")} />
      <FilterBar active={Boolean(status)}>
        <FilterSelect
          name="status"
          label={t("batches.status")}
          value={status}
          all={t("batches.allStatuses")}
          options={statuses.map((value) => ({ value, label: t(`batches.statuses.${value}`) }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(status ? "batches.noneSo" : "batches.none")} />
      ) : (
        <div className="card">
          <DataTable caption={t("batches.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { TermDay } from "~/features/calendar/ui/term-day";
import { casesWithNotice } from "~/features/documents/use-cases/public-notice.server";
import { NoticeLink } from "~/features/redemption/ui/notice-link";
import { listPublicity } from "~/features/redemption/use-cases/list-publicity.server";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ request, context }) => {
  const { rows, ...paging } = await listPublicity(context.prisma, pageOf(request));
  const noticed = await casesWithNotice(
    context.prisma,
    rows.map(({ applicationId }) => applicationId),
  );
  return {
    ...paging,
    rows: rows.map(({ applicationId, ...row }) => ({ ...row, hasNotice: noticed.has(applicationId) })),
  };
});

export default function PublicityList() {
  const { rows, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords("redemption");
  const say = useSay();
  type Row = (typeof rows)[number];
  const columns = [
    { key: "firm", head: t("publicity.firm"), cell: (row: Row) => row.firm },
    { key: "item", head: t("publicity.item"), cell: (row: Row) => say(row.item) },
    { key: "sum", head: t("publicity.sum"), figure: true, cell: (row: Row) => <Money fen={row.amountFen} /> },
    { key: "from", head: t("publicity.from"), cell: (row: Row) => <DateText day={row.startsOn} /> },
    {
      key: "notice",
      head: t("publicity.notice"),
      cell: (row: Row) =>
        row.hasNotice ? (
          <NoticeLink id={row.id}>
            <span className="sr-only">
              {row.firm} {say(row.item)}{" "}
            </span>
          </NoticeLink>
        ) : (
          t("publicity.noticeComing")
        ),
    },
    {
      key: "object",
      head: t("objection.title"),
      cell: (row: Row) => (
        <Link to={`/publicity/${row.id}`}>
          {t("objection.link")}
          <span className="sr-only">
            {" "}
            {row.firm} {say(row.item)}
          </span>
        </Link>
      ),
    },
    { key: "to", head: t("publicity.to"), cell: (row: Row) => <TermDay day={row.endsOn} /> },
  ];
  return (
    <>
      <PageTitle title={t("publicity.title")} lead={t("publicity.lead")} />
      {rows.length === 0 ? (
        <EmptyState title={t("publicity.none")} />
      ) : (
        <div className="card">
          <DataTable
            caption={t("publicity.title")}
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
          />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

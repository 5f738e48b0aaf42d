import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readDiscarded } from "~/features/applications/use-cases/discard-draft.server";
import { listApplications } from "~/features/applications/use-cases/list-applications.server";
import { rowName } from "~/features/policies/domain/item-name";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { StateTag } from "~/features/applications/ui/state-tag";
import { UndoDiscard } from "~/features/applications/ui/undo-discard";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { Tag } from "~/ui/tag";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:own", async ({ request, context, actor }) => {
  const thrown = await readDiscarded(
    { ...context, tx: context.prisma },
    ownFirm(actor),
    new URL(request.url).searchParams.get("discarded"),
  );
  const discarded = thrown && { id: thrown.id, itemId: thrown.itemId, title: thrown.title, until: thrown.until };
  return { ...(await listApplications(context.prisma, ownFirm(actor), pageOf(request))), discarded };
});

export default function Applications() {
  const { rows, page, pages, count, discarded } = useLoaderData<typeof loader>();
  const { t } = useWords("applications");
  const say = useSay();
  const gone = useSearchParams()[0].get("draft") === "gone";
  type Row = (typeof rows)[number];
  const columns = [
    {
      key: "item",
      head: t("list.item"),
      cell: (row: Row) => (
        <>
          <Link to={row.state === "draft" ? `/firm/drafts/${row.id}` : `/firm/applications/${row.id}`}>
            {say(rowName(row.item))}
          </Link>
          {row.fresh > 0 && (
            <span className="ml-2 inline-block">
              <Tag tone="info">{t("message.unread", { count: row.fresh })}</Tag>
            </span>
          )}
        </>
      ),
    },
    { key: "number", head: t("list.number"), cell: (row: Row) => row.number ?? "—" },
    { key: "state", head: t("list.state"), cell: (row: Row) => <StateTag state={row.state} /> },
    {
      key: "submitted",
      head: t("list.submitted"),
      cell: (row: Row) => (row.submittedAt ? <DateTimeText at={row.submittedAt} /> : "—"),
    },
    {
      key: "sum",
      head: t("list.sum"),
      figure: true,
      cell: (row: Row) => {
        const fen = row.approvedFen ?? row.claimedFen;
        return fen === null ? "—" : <Money fen={fen} />;
      },
    },
  ];
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")}>
        <Link to="/firm/statements" className="button button-secondary">
          {t("statements.title", { ns: "documents" })}
        </Link>
      </PageTitle>
      <UndoDiscard discarded={discarded} />
      {gone && <Alert tone="info">{t("overtaken.gone")}</Alert>}
      {count === 0 ? (
        <EmptyState title={t("list.none")}>
          <Link to="/firm/matches">{t("list.noneHint")}</Link>
        </EmptyState>
      ) : (
        <div className="card">
          <DataTable caption={t("list.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

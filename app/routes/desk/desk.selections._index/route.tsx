import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readSelections } from "~/features/redemption/use-cases/select-yearly.server";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Tag } from "~/ui/tag";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", ({ context, actor }) =>
  readSelections({ tx: context.prisma, catalogue: context.catalogue, actor }),
);

export default function Selections() {
  const rows = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "common"]);
  const say = useSay();
  type Row = (typeof rows)[number];
  const columns = [
    {
      key: "item",
      head: t("desk.item"),
      cell: (row: Row) => (
        <Link to={`/desk/selections/${row.itemId}?year=${row.year}`}>
          {row.titles.map(say).join(t("comma", { ns: "common" }))}
        </Link>
      ),
    },
    { key: "year", head: t("selections.year"), cell: (row: Row) => row.year },
    { key: "count", head: t("selections.count"), figure: true, cell: (row: Row) => row.count },
    {
      key: "next",
      head: t("selections.next"),
      cell: (row: Row) => (
        <Tag tone={row.next === "other" ? "plain" : "info"}>{t(`selections.nextOf.${row.next}`)}</Tag>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={t("selections.title")} lead={t("selections.lead")} />
      {rows.length === 0 ? (
        <EmptyState title={t("selections.none")} />
      ) : (
        <div className="card">
          <DataTable
            caption={t("selections.title")}
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={(row) => `${row.itemId}-${row.year}`}
          />
        </div>
      )}
    </>
  );
}

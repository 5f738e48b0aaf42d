import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import type { ReachLine } from "../use-cases/read-cases.server";

/** Firms that were told of an item, or looked at it. */
export function ReachTable({ rows }: { rows: readonly ReachLine[] }) {
  const { t } = useWords("monitoring");
  const say = useSay();
  const columns: Column<ReachLine>[] = [
    { key: "at", head: t("reach.at"), cell: (row) => <DateTimeText at={row.at} /> },
    { key: "firm", head: t("cases.firm"), cell: (row) => row.firm },
    { key: "code", head: t("cases.creditCode"), cell: (row) => <span className="tabular-nums">{row.creditCode}</span> },
    {
      key: "item",
      head: t("cases.item"),
      cell: (row) => (
        <Link to={`/policies/${row.itemId}`} className="underline">
          {say(row.item)}
        </Link>
      ),
    },
    { key: "department", head: t("cases.department"), cell: (row) => row.department },
  ];
  return (
    <DataTable
      caption={t("reach.title")}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.enterpriseId} ${row.itemId}`}
    />
  );
}

import { Link } from "@remix-run/react";
import { describeState } from "~/features/claims/domain/case-states";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import type { CaseLine } from "../use-cases/read-cases.server";

/** Applications behind a figure. */
export function CaseTable({ rows }: { rows: readonly CaseLine[] }) {
  const { t } = useWords("monitoring");
  const say = useSay();
  const columns: Column<CaseLine>[] = [
    { key: "number", head: t("cases.number"), cell: (row) => <span className="whitespace-nowrap">{row.number}</span> },
    { key: "firm", head: t("cases.firm"), cell: (row) => row.firm },
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
    {
      key: "state",
      head: t("cases.state"),
      cell: (row) => (
        <Tag tone={describeState(row.state)?.tone ?? "info"}>{t(`state.${row.state}`, { ns: "common" })}</Tag>
      ),
    },
    { key: "submitted", head: t("cases.submitted"), cell: (row) => <DateText day={shanghaiDay(row.submittedAt)} /> },
    {
      key: "approved",
      head: t("cases.approvedSum"),
      figure: true,
      cell: (row) => (row.approvedFen === null ? "–" : <Money fen={row.approvedFen} />),
    },
    {
      key: "paid",
      head: t("cases.paidOn"),
      cell: (row) => (row.paidAt ? <DateText day={shanghaiDay(row.paidAt)} /> : "–"),
    },
  ];
  return <DataTable caption={t("cases.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

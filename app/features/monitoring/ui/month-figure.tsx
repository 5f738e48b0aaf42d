import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { Money } from "~/ui/money";
import { casesHref } from "../domain/case-links";
import type { Figures } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";

type Row = Figures["months"][number];

/** What was disbursed in each month. */
export function MonthFigure({ months, svg, filter }: { months: readonly Row[]; svg: string; filter: MonitorFilter }) {
  const { t } = useTranslation("monitoring");
  const to = ({ month }: Row) => casesHref(filter, { month, stage: "paid" });
  const columns: Column<Row>[] = [
    { key: "month", head: t("month"), cell: (row) => row.month },
    { key: "paid", head: t("paid"), figure: true, cell: (row) => <Link to={to(row)} className="underline">{row.paid}</Link> },
    { key: "disbursed", head: t("disbursedSum"), figure: true, cell: (row) => <Link to={to(row)} className="underline"><Money fen={row.disbursedFen} /></Link> },
  ];
  return (
    <ChartFigure title={t("monthsTitle")} svg={svg}>
      <DataTable caption={t("monthsTitle")} hideCaption columns={columns} rows={months} rowKey={(row) => row.month} />
    </ChartFigure>
  );
}

import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { casesHref } from "../domain/case-links";
import type { Figures } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";
import { FigureLink } from "./figure-link";

type Row = Figures["months"][number];

/** What was disbursed in each month. */
export function MonthFigure({ months, svg, filter }: { months: readonly Row[]; svg: string; filter: MonitorFilter }) {
  const { t } = useWords("monitoring");
  const inYuan = (name: string) => t("yuanColumn", { name: t(name) });
  const to = ({ month }: Row) => casesHref(filter, { month, stage: "paid" });
  const columns: Column<Row>[] = [
    { key: "month", head: t("month"), cell: (row) => row.month },
    { key: "paid", head: t("paid"), figure: true, cell: (row) => <FigureLink to={to(row)}>{row.paid}</FigureLink> },
    {
      key: "disbursed",
      head: inYuan("disbursedSum"),
      figure: true,
      cell: (row) => <FigureLink to={to(row)}>{formatYuan(row.disbursedFen)}</FigureLink>,
    },
  ];
  return (
    <ChartFigure title={t("monthsTitle")} svg={svg}>
      <DataTable caption={t("monthsTitle")} hideCaption columns={columns} rows={months} rowKey={(row) => row.month} />
    </ChartFigure>
  );
}

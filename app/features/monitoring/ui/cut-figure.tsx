import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { casesHref, rowOf } from "../domain/case-links";
import type { Dimension, Sums } from "../domain/figures";
import type { CaseFilter, MonitorFilter } from "../monitoring.schema";
import { FigureLink } from "./figure-link";

type Row = Sums & { key: string; label: string };

const drawnRows = 10;

/** One cut of the applications: its drawing, and its table whose every figure opens the list behind it. */
export function CutFigure({
  dimension,
  rows,
  svg,
  filter,
}: {
  dimension: Dimension;
  rows: readonly Row[];
  svg: string;
  filter: MonitorFilter;
}) {
  const { t } = useWords("monitoring");
  const inYuan = (name: string) => t("yuanColumn", { name: t(name) });
  const link = (row: Row, stage: CaseFilter["stage"], text: ReactNode) => (
    <FigureLink to={casesHref(filter, { ...rowOf(dimension, row.key), stage })}>{text}</FigureLink>
  );
  const columns: Column<Row>[] = [
    { key: "label", head: t(dimension), cell: (row) => row.label },
    {
      key: "applications",
      head: t("applications"),
      figure: true,
      cell: (row) => link(row, undefined, row.applications),
    },
    { key: "firms", head: t("firms"), figure: true, cell: (row) => link(row, undefined, row.firms) },
    { key: "approved", head: t("approved"), figure: true, cell: (row) => link(row, "approved", row.approved) },
    { key: "paid", head: t("paid"), figure: true, cell: (row) => link(row, "paid", row.paid) },
    {
      key: "disbursed",
      head: inYuan("disbursedSum"),
      figure: true,
      cell: (row) => link(row, "paid", formatYuan(row.disbursedFen)),
    },
    {
      key: "unpaid",
      head: inYuan("unpaidSum"),
      figure: true,
      cell: (row) => link(row, "unpaid", formatYuan(row.unpaidFen)),
    },
  ];
  return (
    <ChartFigure title={t(`cut.${dimension}`)} svg={svg}>
      {rows.length > drawnRows && <p className="text-sm text-muted">{t("firstOf", { count: rows.length })}</p>}
      <DataTable caption={t(`cut.${dimension}`)} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} />
    </ChartFigure>
  );
}

import { useWords } from "~/i18n/use-words";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { casesHref } from "../domain/case-links";
import type { StagePace } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";
import { FigureLink } from "./figure-link";

/** Working days each stage took against what was promised. */
export function StageFigure({
  stages,
  svg,
  filter,
}: {
  stages: readonly StagePace[];
  svg: string;
  filter: MonitorFilter;
}) {
  const { t } = useWords("monitoring");
  const columns: Column<StagePace>[] = [
    { key: "stage", head: t("stageColumn"), cell: (row) => t(`stage.${row.stage}`) },
    {
      key: "average",
      head: t("average"),
      figure: true,
      cell: (row) => t("days", { count: Number(row.averageDays.toFixed(1)) }),
    },
    {
      key: "promised",
      head: t("promised"),
      figure: true,
      cell: (row) => t("days", { count: Number(row.promisedDays.toFixed(1)) }),
    },
    {
      key: "finished",
      head: t("finished"),
      figure: true,
      cell: (row) => <FigureLink to={casesHref(filter, { task: row.stage })}>{row.finished}</FigureLink>,
    },
    {
      key: "late",
      head: t("late"),
      figure: true,
      cell: (row) => <FigureLink to={casesHref(filter, { task: row.stage, late: "1" })}>{row.late}</FigureLink>,
    },
  ];
  return (
    <ChartFigure title={t("stagesTitle")} svg={svg}>
      <DataTable caption={t("stagesTitle")} hideCaption columns={columns} rows={stages} rowKey={(row) => row.stage} />
    </ChartFigure>
  );
}

import { useWords } from "~/i18n/use-words";
import { ChartFigure } from "~/ui/chart-figure";
import { DataTable, type Column } from "~/ui/data-table";
import { casesHref, reachHref } from "../domain/case-links";
import { percentOf } from "~/kernel/percent";
import { funnelSteps, type Funnel } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";
import { FigureLink } from "./figure-link";

type Step = (typeof funnelSteps)[number];

/** From being told to being paid. */
export function FunnelFigure({ funnel, svg, filter }: { funnel: Funnel; svg: string; filter: MonitorFilter }) {
  const { t } = useWords("monitoring");
  const columns: Column<Step>[] = [
    { key: "step", head: t("step"), cell: (step) => t(`funnel.${step}`) },
    {
      key: "count",
      head: t("count"),
      figure: true,
      cell: (step) => <FigureLink to={listOf(step, filter)}>{funnel[step]}</FigureLink>,
    },
    {
      key: "share",
      head: t("shareOfPushed"),
      figure: true,
      cell: (step) => (funnel.pushed === 0 ? "–" : `${percentOf(BigInt(funnel[step]), BigInt(funnel.pushed))}%`),
    },
  ];
  return (
    <ChartFigure title={t("funnelTitle")} svg={svg}>
      <p className="text-sm text-muted">{t("funnelNote")}</p>
      <DataTable caption={t("funnelTitle")} hideCaption columns={columns} rows={funnelSteps} rowKey={(step) => step} />
    </ChartFigure>
  );
}

function listOf(step: Step, filter: MonitorFilter): string {
  if (step === "pushed" || step === "viewed") return reachHref(filter, step);
  return casesHref(filter, { stage: step === "applied" ? "submitted" : step });
}

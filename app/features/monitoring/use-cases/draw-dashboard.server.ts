import type { Language } from "~/i18n/translation";
import type { Fen } from "~/kernel/money";
import { drawBars, type Bar } from "~/charts/bars.server";
import { drawFunnel } from "~/charts/funnel.server";
import { drawMonths } from "~/charts/months.server";
import { drawPaces } from "~/charts/paces.server";
import { dimensions, funnelSteps, type Dimension } from "../domain/figures";
import { shortYuan } from "../domain/figure-names";
import type { monitoringWords } from "../words.server";
import type { Dashboard, NamedSlice } from "./read-dashboard.server";

export type Charts = Record<Dimension | "funnel" | "months" | "stages", string>;
type Words = (typeof monitoringWords)[Language];

/** Bars of one drawing; the table beside it has all. */
const most = 10;

/** Every drawing of the dashboard as SVG; one with nothing to show is empty text. */
export function drawDashboard(
  { cuts, funnel, months, stages }: Omit<Dashboard, "charts" | "at" | "total" | "budgets">,
  { monitoring }: Words,
  language: Language,
): Charts {
  const steps = funnelSteps.map((step) => ({
    label: monitoring.funnel[step],
    value: funnel[step],
    text: funnel[step].toLocaleString("en-US"),
  }));
  const paces = stages.map(({ stage, averageDays, promisedDays }) => ({
    label: monitoring.stage[stage],
    average: averageDays,
    promised: promisedDays,
  }));
  const unit = language === "en" ? 1_000 : 10_000;
  return {
    ...(Object.fromEntries(
      dimensions.map((dimension) => [dimension, drawBars(bars(cuts[dimension], language))]),
    ) as Record<Dimension, string>),
    funnel: drawFunnel(steps),
    months: drawMonths(
      months.map(({ month, disbursedFen }) => ({ month, value: Math.round((yuan(disbursedFen) / unit) * 10) / 10 })),
      monitoring.monthUnit,
    ),
    stages: drawPaces(paces, { average: monitoring.average, promised: monitoring.promised }),
  };
}

function bars(slices: readonly NamedSlice[], language: Language): Bar[] {
  return slices.slice(0, most).map(({ label, disbursedFen }) => ({
    label,
    value: yuan(disbursedFen),
    text: shortYuan(yuan(disbursedFen), language),
  }));
}

/** For drawing only. */
function yuan(fen: Fen): number {
  return Number(fen) / 100;
}

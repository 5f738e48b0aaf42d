import { fenFromYuan, formatYuan } from "~/kernel/money";
import type { AmountStep } from "./amount";

/** One step of a sum as a page shows it; sums are yuan with separators, `by` too where it is a sum. */
export type TraceLine = { step: AmountStep["step"]; sum: string | null; by: string | null; index: number | null };

/**
 * The steps worth reading: those whose sum is known, a cap only where it cuts, and the total always (null while a figure is
 * missing). What the rule itself says stands above and is not said twice.
 */
export function traceLines(trace: readonly AmountStep[]): TraceLine[] {
  const known = trace.filter(({ step, yuan }) => step === "total" || yuan !== null);
  const cutting = known.filter(({ step, yuan }, index) => !isCap(step) || yuan !== known[index - 1]?.yuan);
  return cutting.map(({ step, yuan, by, index }) => ({
    step,
    sum: yuan === null ? null : shown(yuan),
    by: by === undefined ? null : step === "multiplier" ? by : shown(by),
    index: index ?? null,
  }));
}

/** Whether a step only cuts: it is worth a line where the sum changes. */
export function isCap(step: AmountStep["step"]): boolean {
  return step === "cap" || step === "capBy";
}

function shown(yuan: string): string {
  return formatYuan(fenFromYuan(yuan)).replace(/\.00$/, "");
}

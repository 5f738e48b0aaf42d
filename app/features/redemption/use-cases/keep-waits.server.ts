import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { startTerms, stopTerms } from "~/features/work/use-cases/keep-terms.server";
import { publicityEnd } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import type { Consequences } from "../domain/consequences";
import { openWaits, type Wait } from "../domain/waits";
import type { Advanced } from "./advance-case.server";
import { dueDay, endOfDays } from "~/features/calendar/use-cases/read-calendar.server";

/**
 * Starts the terms of the new state and stops those of the old one; gives the kinds that run then. A publicity whose objections
 * are answered ends on its own day again, at once where that is over.
 */
export async function keepWaits(
  deps: Deps,
  { row }: Pick<Advanced, "row">,
  { waits, publicity }: Pick<Consequences, "waits" | "publicity">,
): Promise<string[]> {
  await stopTerms(deps, caseSubject(row.id), waits.stop);
  await start(deps, row.id, waits.start, publicity === "resumed" ? await publicityEnd(deps.tx, row.id) : null);
  return [...row.waits.filter((kind) => !waits.stop.includes(kind)), ...waits.start.map(({ kind }) => kind)];
}

/** The term of a new draft: what nobody goes on with lapses. */
export async function startDraftTerm(
  deps: Pick<Deps, "tx" | "clock" | "random">,
  applicationId: string,
  config: RedemptionConfig,
): Promise<void> {
  const waits = openWaits(config, (state) => state === "draft");
  await start(deps, applicationId, waits);
}

async function start(
  deps: Pick<Deps, "tx" | "clock" | "random">,
  applicationId: string,
  waits: readonly Wait[],
  publicityEnd: PlainDate | null = null,
): Promise<void> {
  const terms = [];
  for (const wait of waits)
    terms.push({
      ...wait,
      lastDay: (wait.kind === "publicity" && publicityEnd) || (await lastDay(deps, wait)),
    });
  await startTerms(deps, caseSubject(applicationId), terms);
}

/** The last day of a term that begins today. */
export function lastDay(
  deps: Pick<Deps, "tx" | "clock">,
  { days, working }: Pick<Wait, "days" | "working">,
): Promise<string> {
  const today = shanghaiDay(deps.clock.now());
  return working ? dueDay(deps, today, days) : endOfDays(deps, today, days);
}

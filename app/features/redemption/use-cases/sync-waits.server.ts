import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { setTerm, startTerms, stopTerms } from "~/features/work/use-cases/keep-terms.server";
import { publicityEnd } from "../adapters/case.repository.server";
import { caseSubject } from "../domain/case-subject";
import { openWaits, type Wait } from "../domain/waits";
import type { Advanced } from "./advance-case.server";
import { dueDay, endOfDays } from "~/features/calendar/use-cases/read-calendar.server";

/** Starts the terms of the new state and stops those of the old one; gives the kinds that run then. */
export async function syncWaits(
  deps: Deps,
  { row, config, decision }: Pick<Advanced, "row" | "config" | "decision">,
): Promise<string[]> {
  const wanted = openWaits(config, decision.isIn);
  const running = row.waits;
  const over = running.filter((kind) => !wanted.some((wait) => wait.kind === kind));
  await stopTerms(deps, caseSubject(row.id), over);
  await start(
    deps,
    row.id,
    wanted.filter(({ kind }) => !running.includes(kind)),
  );
  return wanted.map(({ kind }) => kind);
}

/** A publicity whose objections are answered ends on its own day again, at once where that is over. */
export async function resumePublicity(deps: Pick<Deps, "tx">, applicationId: string): Promise<void> {
  const endsOn = await publicityEnd(deps.tx, applicationId);
  if (endsOn) await setTerm(deps, caseSubject(applicationId), "publicity", endsOn);
}

/** The term of a new draft: what nobody goes on with lapses. */
export async function startDraftTerm(
  deps: Pick<Deps, "tx" | "clock" | "random">,
  applicationId: string,
  config: RedemptionConfig,
): Promise<void> {
  await start(
    deps,
    applicationId,
    openWaits(config, (state) => state === "draft"),
  );
}

async function start(
  deps: Pick<Deps, "tx" | "clock" | "random">,
  applicationId: string,
  waits: readonly Wait[],
): Promise<void> {
  const terms = [];
  for (const wait of waits) terms.push({ ...wait, lastDay: await lastDay(deps, wait) });
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

import type { UserActor } from "~/access/actor";
import { drawMonths } from "~/charts/months.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { listEnvelopes } from "../adapters/envelope.repository.server";
import { comingOf, experienceOf, pipelineOf, sharesOfYear } from "../adapters/forecast.repository.server";
import { totalsOf, type Totals } from "../domain/totals";
import { availableOf } from "../domain/envelope-balance";
import { forecast, type Forecast } from "../domain/forecast";
import { maySeeEnvelope } from "./read-budgets.server";

const arrivalDays = 90;
const usualLagDays = 30;
const dayMs = 86_400_000;

export type EnvelopeForecast = Forecast &
  Totals & {
    id: string;
    name: string;
    level: string;
    availableFen: Fen;
    waitingFen: Fen;
    /** later parts of decided sums that come due in the year */
    comingFen: Fen;
    cases: number;
    decided: number;
    approved: number;
  };

/** The envelopes of a year that a person may see with when they are used up, the earliest first. */
export async function readForecast(
  deps: Pick<Deps, "tx" | "clock" | "catalogue"> & { actor: UserActor },
  year: number,
): Promise<EnvelopeForecast[]> {
  const { tx, clock } = deps;
  const now = clock.now();
  const since = (days: number) => new Date(now.getTime() - days * dayMs);
  const today = shanghaiDay(now);
  const [all, pipeline, coming, experience, shares] = await Promise.all([
    listEnvelopes(tx, year),
    pipelineOf(tx, year),
    comingOf(tx, year, today),
    experienceOf(tx, year, since(365), since(arrivalDays)),
    sharesOfYear(tx, year),
  ]);
  const envelopes = all.filter(({ regionCode }) => maySeeEnvelope(deps, regionCode));
  const rows = envelopes.map((envelope) => {
    const part = partOf(
      shares.filter(({ documentId }) => documentId === envelope.documentId),
      envelope.level,
    );
    const own = pipeline.filter(({ envelopeId }) => envelopeId === envelope.id);
    const known = experience.find(({ envelopeId }) => envelopeId === envelope.id);
    const { decided, approved, lagDays, appliedFen } = {
      decided: 0,
      approved: 0,
      lagDays: null,
      appliedFen: 0n,
      ...known,
    };
    const availableFen = availableOf(envelope);
    const waitingFen = own.filter(({ isApproved }) => isApproved).reduce((sum, { fen }) => sum + part(fen), 0n);
    const later = coming
      .filter(({ envelopeId }) => envelopeId === envelope.id)
      .map(({ fen, dueOn }) => ({ fen: part(fen), dueOn }));
    const foreseen = forecast({
      today,
      availableFen,
      waitingFen,
      pipeline: own.filter(({ isApproved }) => !isApproved).map(({ fen, dueOn }) => ({ fen: part(fen), dueOn })),
      coming: later,
      approval: { approved, decided },
      arrivals: { fen: part(appliedFen), days: arrivalDays },
      lagDays: Math.round(lagDays ?? usualLagDays),
    });
    return {
      ...foreseen,
      ...totalsOf([envelope]),
      id: envelope.id,
      name: envelope.name,
      level: envelope.level,
      availableFen,
      waitingFen,
      comingFen: later.reduce((sum, { fen }) => sum + fen, 0n),
      cases: own.reduce((sum, { cases }) => sum + cases, 0),
      decided,
      approved,
    };
  });
  return rows.sort((a, b) => ((a.exhaustedOn ?? "9999") < (b.exhaustedOn ?? "9999") ? -1 : 1));
}

/** What a level bears of a sum; everything where nothing is shared. */
function partOf(shares: readonly { level: string; weight: number }[], level: string): (fen: Fen) => Fen {
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  const own = shares.find((share) => share.level === level)?.weight ?? 0;
  return (fen) => (all === 0 ? fen : (fen * BigInt(own)) / BigInt(all));
}

/** What is left at each month's end as a drawing; below zero nothing is left. `unit` counts in `unitFen`. */
export function drawForecast({ months }: Pick<Forecast, "months">, unit: string, unitFen: Fen): string {
  return drawMonths(
    months.map(({ month, leftFen }) => ({ month, value: leftFen > 0n ? Number((leftFen * 10n) / unitFen) / 10 : 0 })),
    unit,
  );
}

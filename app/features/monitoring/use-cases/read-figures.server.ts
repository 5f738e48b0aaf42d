import type { AppContext } from "~/platform/context.server";
import { budgetUse, funnel, monthly, stagePaces, sumsAndSlices } from "../adapters/figures.repository.server";
import type { Figures } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";

type Process = Pick<AppContext, "prisma" | "clock">;

/** How long figures may be shown again before they are read anew, in milliseconds. */
const freshMs = 10_000;

const remembered = new Map<string, { at: number; figures: Promise<Figures> }>();

/**
 * Everything the dashboard shows for one filter, with the time it was read. Equal questions within ten seconds share
 * one reading, however many people ask at once.
 */
export function readFigures(process: Process, filter: MonitorFilter): Promise<Figures> {
  const key = JSON.stringify(filter);
  const now = process.clock.now().getTime();
  const known = remembered.get(key);
  if (known && now - known.at < freshMs) return known.figures;
  const figures = query(process, filter);
  remembered.set(key, { at: now, figures });
  figures.catch(() => remembered.delete(key));
  for (const [other, { at }] of remembered) if (now - at >= freshMs) remembered.delete(other);
  return figures;
}

async function query({ prisma, clock }: Process, filter: MonitorFilter): Promise<Figures> {
  return prisma.$transaction(
    async (tx) => {
      const at = clock.now();
      const { total, slices } = await sumsAndSlices(tx, filter);
      const months = await monthly(tx, filter);
      const stages = await stagePaces(tx, filter);
      return {
        at,
        total,
        slices,
        months,
        stages,
        funnel: await funnel(tx, filter),
        budgets: await budgetUse(tx, filter),
      };
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}

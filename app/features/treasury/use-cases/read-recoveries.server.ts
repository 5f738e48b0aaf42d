import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { latenessOf } from "~/features/calendar/domain/lateness";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import {
  findRecoveries,
  sumRecoveries,
  type RecoveryFilter,
  type RecoveryRow,
} from "../adapters/recovery-list.repository.server";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { mayUrge, recoveryStep } from "../domain/recovery-step";

type Reading = Pick<Deps, "tx" | "clock">;

const recoveriesPerPage = 20;

/** A page of demands with what came in, what is left, and what is to be done next. */
export async function readRecoveryPage(deps: Reading, filter: RecoveryFilter, page: number) {
  const { count, sumFen, owedFen } = await sumRecoveries(deps.tx, filter);
  const rows = await findRecoveries(deps.tx, filter, {
    take: recoveriesPerPage,
    skip: (page - 1) * recoveriesPerPage,
  });
  return {
    rows: await shownRecoveries(deps, rows),
    count,
    sumFen,
    owedFen,
    page,
    pages: Math.max(1, Math.ceil(count / recoveriesPerPage)),
  };
}

/** Demands as pages, exports and rounds tell of them. */
export async function shownRecoveries(deps: Reading, rows: readonly RecoveryRow[]) {
  const today = shanghaiDay(deps.clock.now());
  const calendar = await readCalendar(deps);
  return rows.map((row) => {
    const restFen = row.owedFen - row.promisedFen;
    const step = recoveryStep({ ...row, restFen, isHandedOn: row.handedOn !== null }, today);
    const isOpen = step !== "settled" && row.dueOn !== null;
    return {
      ...row,
      reference: referenceOf(row.id),
      receivedFen: row.sumFen - row.owedFen + row.excessFen,
      restFen,
      step,
      mayUrge: mayUrge(step) && row.urgedOn !== today,
      lateness:
        isOpen && row.dueOn !== null
          ? latenessOf(calendar, { openedOn: shanghaiDay(row.decidedAt), dueOn: row.dueOn }, today)
          : null,
    };
  });
}

export type ShownRecovery = Awaited<ReturnType<typeof shownRecoveries>>[number];

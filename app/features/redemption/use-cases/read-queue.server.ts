import type { UserActor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { findQueue, type QueueFilter } from "../adapters/desk.repository.server";
import { workOnDesk } from "../domain/desk-scope";
import { latenessOf } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";

/** The open work on the own desk with the working days left; overdue first. */
export async function readQueue(
  deps: Pick<Deps, "tx" | "clock"> & { actor: UserActor },
  filter: Omit<QueueFilter, "overdueBefore"> & { overdue: boolean },
) {
  const today = shanghaiDay(deps.clock.now());
  const [queue, calendar] = await Promise.all([
    findQueue(deps.tx, workOnDesk(deps.actor, officeOf(deps.actor)), {
      ...filter,
      overdueBefore: filter.overdue ? today : undefined,
    }),
    readCalendar(deps),
  ]);
  return {
    ...queue,
    rows: queue.rows.map((row) => ({
      ...row,
      lateness: latenessOf(calendar, { openedOn: shanghaiDay(row.openedAt), dueOn: row.dueOn }, today),
    })),
  };
}

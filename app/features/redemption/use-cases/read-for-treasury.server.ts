import { personNames } from "~/features/identity/use-cases/person-names.server";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { findTreasuryTerms } from "../adapters/case-record.repository.server";
import type { CaseContext } from "../domain/machine-base";
import { latenessOf, type Lateness } from "~/features/calendar/domain/lateness";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";

/** What a treasury is told of a case that it pays. */
export type TreasuryCase = {
  /** who approved it, and on which day (Asia/Shanghai); null in cases from before that was kept */
  approver: string | null;
  decidedOn: PlainDate | null;
  /** the last day of the treasury's open work, and how it stands; null where none is open */
  dueOn: PlainDate | null;
  lateness: Lateness | null;
};

/** Who approved cases, and until when the treasury has to pay them, by id. */
export async function readForTreasury(
  deps: Pick<Deps, "tx" | "clock">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TreasuryCase>> {
  const today = shanghaiDay(deps.clock.now());
  const rows = await findTreasuryTerms(deps.tx, ids);
  const deciders = new Map(rows.map(({ id, snapshot }) => [id, deciderOf(snapshot)]));
  const names = await personNames(deps.tx, deciders.values());
  const calendar = await readCalendar(deps);
  return new Map(
    rows.map(({ id, decidedAt, tasks: [task] }) => [
      id,
      {
        approver: names.get(deciders.get(id) ?? "") ?? null,
        decidedOn: decidedAt && shanghaiDay(decidedAt),
        dueOn: task?.dueOn ?? null,
        lateness: task
          ? latenessOf(calendar, { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn }, today)
          : null,
      },
    ]),
  );
}

function deciderOf(snapshot: unknown): string | null {
  return (snapshot as { context?: Partial<CaseContext> } | null)?.context?.deciderId ?? null;
}

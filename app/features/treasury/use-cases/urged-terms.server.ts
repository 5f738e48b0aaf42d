import type { Move, Term } from "~/features/calendar/domain/term";
import type { TermKeeper } from "~/features/calendar/use-cases/term-keepers.server";
import { actorId } from "~/access/actor";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { addReminder, findRecoveries, type RecoveryRow } from "../adapters/recovery-list.repository.server";

const most = 10_000;

/** Demands whose firm was urged and has until a day or later to pay or to state its case; `start`: when it was urged. */
async function readUrgedTerms({ tx }: Pick<Deps, "tx">, from: PlainDate): Promise<Term[]> {
  return (await openDemands(tx)).flatMap(({ answerBy, urgedOn, ...row }): Term[] => {
    if (answerBy === null || urgedOn === null || answerBy < from) return [];
    const { id: subjectId, applicationId, enterpriseId, regionCode, number, firm, item } = row;
    const shown = { subjectId, applicationId, enterpriseId, regionCode, number, firm, item };
    const term = { start: urgedOn, day: answerBy, owner: "firm" as const, working: true };
    return [{ ...shown, ...term, kind: "urged", step: null, departmentId: null }];
  });
}

/** Gives firms that were urged more time; what was written before stays. */
async function moveUrgedTerms(
  deps: Pick<Deps, "tx" | "clock" | "random" | "actor">,
  moves: readonly Move[],
): Promise<void> {
  const shifts = moves.filter(({ kind }) => kind === "urged");
  if (shifts.length === 0) return;
  const at = deps.clock.now();
  const days = new Map(shifts.map(({ subjectId, toDay }) => [subjectId, toDay]));
  for (const { id, owedFen, promisedFen } of await openDemands(deps.tx)) {
    const answerBy = days.get(id);
    if (answerBy !== undefined)
      await addReminder(deps.tx, {
        id: deps.random.uuid(),
        recoveryId: id,
        kind: "moved",
        fen: owedFen - promisedFen,
        onDay: shanghaiDay(at),
        answerBy,
        byId: actorId(deps.actor),
        at,
      });
  }
}

/** What is not paid, not to be deducted and not handed on. */
async function openDemands(tx: Deps["tx"]): Promise<RecoveryRow[]> {
  const open = await findRecoveries(tx, { state: "open" }, { take: most });
  return open.filter(({ handedOn, owedFen, promisedFen }) => handedOn === null && owedFen > promisedFen);
}

/** The terms of firms that were urged to pay back, for a change of the calendar. */
export const urgedTerms: TermKeeper = { read: readUrgedTerms, move: moveUrgedTerms };

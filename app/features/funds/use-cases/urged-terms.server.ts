import { actorId } from "~/access/actor";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { addReminder, findRecoveries, type RecoveryRow } from "../adapters/recovery-list.repository.server";

const most = 10_000;

/** Demands whose firm was urged and has until a day or later to pay or to state its case; `start`: when it was urged. */
export async function readUrgedTerms({ tx }: Pick<Deps, "tx">, from: PlainDate) {
  return (await openDemands(tx)).flatMap(({ answerBy, urgedOn, ...row }) =>
    answerBy !== null && urgedOn !== null && answerBy >= from ? [{ ...row, start: urgedOn, day: answerBy }] : [],
  );
}

/** Gives firms that were urged more time; what was written before stays. */
export async function moveUrgedTerms(
  deps: Pick<Deps, "tx" | "clock" | "random" | "actor">,
  shifts: readonly { subjectId: string; toDay: PlainDate }[],
): Promise<void> {
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

import { recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { readPaid } from "~/features/funds/use-cases/read-paid.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import type { Fen } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { addRecoveryCase, changeRecoveryCase, lastRecovery } from "../adapters/follow-up.repository.server";
import { stageDefaults } from "../domain/stage-days";
import { readStop } from "./halt-instalments.server";
import { notifyOfStoppedPart } from "./notify-lead-office.server";

type PaidPart = { applicationId: string; paymentId: string; fen: Fen };

/**
 * A later part was paid that the bank had when its case was stopped: as with any sum that was paid, what is wrong with it is recovered.
 * A demand takes it in with a day of its own, a proposal of all that was paid is of this part too; the office is told, and where it has
 * asked for nothing it decides.
 */
export async function recoverPart(deps: Deps, part: PaidPart): Promise<void> {
  const { applicationId, paymentId, fen } = part;
  if (!(await readStop(deps, applicationId))) return;
  const last = await lastRecovery(deps.tx, applicationId);
  if (last?.status === "proposed") {
    const { amountFen } = await readPaid(deps, applicationId);
    if (last.sumFen === amountFen - fen) await changeRecoveryCase(deps.tx, last.id, { sumFen: amountFen });
  } else if (last && last.status !== "dropped") await demand(deps, last, part);
  await notifyOfStoppedPart(deps, { applicationId, fen, key: paymentId });
}

type Demanded = NonNullable<Awaited<ReturnType<typeof lastRecovery>>>;

async function demand(deps: Deps, last: Demanded, { applicationId, paymentId, fen }: PaidPart): Promise<void> {
  const now = deps.clock.now();
  const { enterpriseId, kind, reason, proposedById, decidedById } = last;
  const recoveryId = await recoverPayment(deps, { paymentId, sumFen: fen, reason });
  await addRecoveryCase(deps.tx, {
    applicationId,
    enterpriseId,
    paymentId,
    kind,
    sumFen: fen,
    reason,
    status: "demanded",
    proposedById,
    proposedAt: now,
    decidedById,
    decidedAt: now,
    dueOn: await dueDay(deps, shanghaiDay(now), stageDefaults.recovery),
    recoveryId,
  });
}

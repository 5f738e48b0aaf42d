import { recordAudit } from "~/features/treasury/audited.server";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isPosted, lockPayments, findRecovery } from "~/features/funds/use-cases/payment-rows.server";
import { moveBudget } from "~/features/funds/use-cases/move-budget.server";
import { readOwed } from "~/features/funds/use-cases/recover-payment.server";

/**
 * Notes that a firm gave money back itself; its envelopes have it again. The same key collects once.
 * @throws Refusal `request.not-found` (404), `funds.recovery-wrong` (422) for more than is open
 */
export async function collectRecovery(
  deps: Deps,
  { recoveryId, fen, idempotencyKey }: { recoveryId: string; fen: Fen; idempotencyKey: string },
): Promise<void> {
  const recovery = await findRecovery(deps.tx, recoveryId);
  if (!recovery) throw new Refusal("request.not-found", 404);
  await lockPayments(deps.tx, [recovery.paymentId]);
  const key = `collect:${recoveryId}:${idempotencyKey}`;
  if (await isPosted(deps.tx, key)) return;
  const open = (await readOwed(deps, recovery.enterpriseId)).find((each) => each.id === recoveryId)?.openFen ?? 0n;
  if (fen <= 0n || fen > open) throw new Refusal("funds.recovery-wrong", 422);
  await moveBudget(deps, {
    applicationId: recovery.applicationId,
    movement: "collect",
    fen,
    recoveryId,
    paymentId: recovery.paymentId,
    idempotencyKey: key,
  });
  await recordAudit(deps, {
    action: "recovery.collected",
    subject: { type: "recovery", id: recoveryId },
    enterpriseId: recovery.enterpriseId,
    after: { fen: fen.toString() },
  });
}

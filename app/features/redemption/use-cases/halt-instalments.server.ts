import { recordAudit } from "~/features/redemption/audited.server";
import { cancelPayment } from "~/features/funds/use-cases/cancel-payment.server";
import { itemName } from "~/features/policies/domain/item-name";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { dropInstalments, instalmentsOfCase, moveInstalment } from "../adapters/instalment.repository.server";
import { mayHappen } from "./may-happen.server";
import { lockCase } from "../adapters/case.repository.server";

type Halted = { id: string; enterpriseId: string; item: PolicyItem };

/**
 * Takes the payments of later parts that wait off the list, so that the parts are open again; with a reason nothing more is paid on the
 * case and the firm is told. One that is in a batch goes its way, unless the batch is given up (`haltAskedBack`). The case is locked.
 */
export async function haltInstalments(
  deps: Deps,
  { id, enterpriseId, item }: Halted,
  why: string | null,
): Promise<void> {
  for (const { id: partId, status, payments } of await instalmentsOfCase(deps.tx, id)) {
    const [payment] = payments;
    if (status !== "listed" || !payment) continue;
    if (await cancelPayment(deps, { paymentId: payment.id, reason: why ?? "" }))
      await moveInstalment(deps.tx, partId, "listed", { status: "open" });
  }
  if (why === null) return;
  const ended = await dropInstalments(deps.tx, id, { note: why, endedAt: deps.clock.now() });
  if (ended === 0) return;
  await recordAudit(deps, {
    action: "instalment.stopped",
    subject: { type: "application", id },
    enterpriseId,
    after: { parts: ended, reason: why },
  });
  await notifyOfEnd(deps, { id, enterpriseId, item }, why);
}

/** Tells a firm that nothing more is paid on a case, and why. */
export function notifyOfEnd(deps: Deps, { id, enterpriseId, item }: Halted, reason: string): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId },
      kind: "instalmentEnded",
      params: { item: itemName(item), reason },
      href: `/firm/applications/${id}`,
      dedupKey: `instalment-ended:${id}:${deps.clock.now().getTime()}`,
    },
  });
}

/** A payment of a later part is out of its batch again: it is taken off the list where the case's money is being asked back. */
export async function haltAskedBack(deps: Deps, applicationId: string): Promise<void> {
  const row = await lockCase(deps.tx, { id: applicationId }, "");
  if (row && !(await keepsMoney(deps, applicationId))) await haltInstalments(deps, row, null);
}

/** Whether nobody asks back what a closed case was paid. */
export function keepsMoney(deps: Pick<Deps, "tx">, applicationId: string): Promise<boolean> {
  return mayHappen(deps, applicationId, { type: "PAYMENT_RETURNED" });
}

import { recordAudit } from "~/features/treasury/audited.server";
import { rowName } from "~/features/policies/domain/item-name";
import { sayYuan } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { enqueue } from "~/platform/outbox.server";
import { changeReceipt, lockExcess } from "../adapters/receipt.repository.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Notes the transfer that gives an excess back to its firm; another officer confirms it. @throws Refusal
 * `request.not-found` (404), `funds.reference-missing` (422), `funds.refund-state` (409)
 */
export async function orderRefund(deps: FinanceDeps, id: string, reference: string): Promise<void> {
  const excess = await lockOwnExcess(deps, id);
  if (reference.trim() === "") throw new Refusal("funds.reference-missing", 422);
  if (excess.orderedAt) throw new Refusal("funds.refund-state");
  const voucher = reference.trim().slice(0, 60);
  await changeReceipt(deps.tx, id, { reference: voucher, orderedById: deps.actor.userId, orderedAt: deps.clock.now() });
  await recordAudit(deps, {
    action: "recovery.refund-ordered",
    subject: { type: "recovery", id: excess.recoveryId },
    enterpriseId: excess.enterpriseId,
    after: { receiptId: id, fen: excess.excessFen.toString(), reference: voucher },
  });
}

/** A wrong voucher is taken back, by whoever sees it. @throws Refusal `request.not-found` (404), `funds.refund-state` (409) */
export async function dropRefund(deps: FinanceDeps, id: string): Promise<void> {
  const excess = await lockOwnExcess(deps, id);
  if (!excess.orderedAt) throw new Refusal("funds.refund-state");
  await changeReceipt(deps.tx, id, { reference: null, orderedById: null, orderedAt: null });
  await recordAudit(deps, {
    action: "recovery.refund-dropped",
    subject: { type: "recovery", id: excess.recoveryId },
    enterpriseId: excess.enterpriseId,
    after: { receiptId: id, reference: excess.reference ?? "" },
  });
}

/**
 * The second officer confirms that the firm has its money back; the firm is told. @throws Refusal `request.not-found`
 * (404), `funds.refund-state`, `funds.two-persons` (409)
 */
export async function confirmRefund(deps: FinanceDeps, id: string): Promise<void> {
  const excess = await lockOwnExcess(deps, id);
  if (!excess.orderedAt) throw new Refusal("funds.refund-state");
  if (excess.orderedById === deps.actor.userId) throw new Refusal("funds.two-persons");
  await changeReceipt(deps.tx, id, { givenById: deps.actor.userId, givenAt: deps.clock.now() });
  const { enterpriseId, applicationId, excessFen } = excess;
  await recordAudit(deps, {
    action: "recovery.refunded",
    subject: { type: "recovery", id: excess.recoveryId },
    enterpriseId,
    after: { receiptId: id, fen: excessFen.toString(), reference: excess.reference ?? "" },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId },
      kind: "excessRefunded",
      params: { item: rowName(excess.payment.application.item), sum: sayYuan(excessFen, "zh") },
      href: `/firm/applications/${applicationId}`,
      dedupKey: `refunded:${id}`,
    },
  });
}

async function lockOwnExcess(deps: FinanceDeps, id: string) {
  const excess = isUuid(id) ? await lockExcess(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!excess) throw new Refusal("request.not-found", 404);
  if (excess.givenAt) throw new Refusal("funds.refund-state");
  return excess;
}

import type { UserActor } from "~/access/actor";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { recordAudit } from "../audited.server";
import { changeDelivery, type DeliveryRow } from "../adapters/delivery.repository.server";
import { stepBy, type DeliveryStep } from "../domain/delivery-machine";
import { heldDelivery } from "./move-delivery.server";

/** What a step leaves in the audit log, and whether it needs a reason. */
const steps = {
  sign: { action: "delivery.signed", needsReason: false },
  return: { action: "delivery.returned", needsReason: true },
  withdraw: { action: "delivery.withdrawn", needsReason: false },
  askBack: { action: "delivery.back-asked", needsReason: true },
  signBack: { action: "delivery.back-signed", needsReason: false },
  keep: { action: "delivery.kept", needsReason: false },
} as const satisfies Record<DeliveryStep, { action: string; needsReason: boolean }>;

/** What is at work after a step. */
const work = { sign: "apply-delivery", signBack: "take-back-delivery" } as const;

/**
 * Signs, returns or withdraws a delivery of the own office, asks to take back one that is in the register, or decides on that.
 * @throws Refusal `request.not-found` (404) for another office's, `deliveries.moved` (409) where this can't be done now or not
 *   by this person, `redemption.reason-missing` (422)
 */
export async function decideDelivery(
  deps: Deps & { actor: UserActor },
  { id, step, reason }: { id: string; step: DeliveryStep; reason: string },
): Promise<void> {
  const office = officeOf(deps.actor);
  const { action, needsReason } = steps[step];
  const isOwn = (row: DeliveryRow) => row.departmentId === office.departmentId && row.regionCode === office.regionCode;
  const { row, to, askerId } = await heldDelivery(deps, id, stepBy(step, deps.actor.userId), isOwn);
  if (needsReason && reason === "") throw new Refusal("redemption.reason-missing", 422);
  await changeDelivery(deps.tx, id, {
    state: to,
    backAskedById: askerId,
    ...(needsReason ? { reason } : {}),
    ...(step === "sign" ? { signedById: deps.actor.userId, signedAt: deps.clock.now() } : {}),
  });
  await recordAudit(deps, {
    action,
    subject: { type: "delivery", id },
    after: { reason: needsReason ? reason : null },
  });
  if (step === "sign" || step === "signBack") await enqueue(deps, { topic: work[step], payload: { deliveryId: id } });
  if (step === "return") await notifyMaker(deps, row, reason);
}

async function notifyMaker(deps: Deps & { actor: UserActor }, row: DeliveryRow, reason: string): Promise<void> {
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: row.createdById },
      kind: "deliveryReturned",
      params: { title: row.title, reason },
      href: `/deliveries/${row.id}`,
      dedupKey: `delivery:${row.id}:returned`,
    },
  });
}

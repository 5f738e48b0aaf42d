import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { insertPayment } from "../adapters/payment.repository.server";
import { moveHeld } from "./move-budget.server";

/**
 * Commits the money reserved for an application, now that its decision is final, and puts it on the list of what is to
 * be paid. Without an account it waits there until the firm gives one.
 * @returns id of the payment and its sum in fen
 * @throws Refusal `funds.no-envelope` (409) where nothing is reserved
 */
export async function createPayment(
  deps: Deps,
  input: { applicationId: string; bankAccountId: string | null; regionCode: string },
): Promise<{ id: string; fen: Fen }> {
  const { applicationId, bankAccountId, regionCode } = input;
  const { fen, leadId } = await moveHeld(deps, {
    applicationId,
    movement: "commit",
    idempotencyKey: `commit:${applicationId}`,
  });
  if (!leadId) throw new Refusal("funds.no-envelope", 409);
  const id = deps.random.uuid();
  await insertPayment(deps.tx, {
    id,
    applicationId,
    envelopeId: leadId,
    bankAccountId,
    needsAccount: bankAccountId === null,
    amountFen: fen,
    regionCode,
    status: "pending",
    createdAt: deps.clock.now(),
  });
  return { id, fen };
}

import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { heldBy } from "../adapters/ledger.repository.server";
import { insertPayment } from "../adapters/payment.repository.server";
import { moveBudget } from "./move-budget.server";

/**
 * Commits the money reserved for an application, now that its decision is final, and puts it on the list of what is to
 * be paid.
 * @returns id of the payment
 * @throws Refusal `funds.no-envelope` (409) where nothing is reserved or no account is known
 */
export async function createPayment(deps: Deps, input: { applicationId: string; bankAccountId: string | null; regionCode: string }): Promise<string> {
  const { applicationId, bankAccountId, regionCode } = input;
  const [lead] = await heldBy(deps.tx, applicationId, "reserved");
  if (!lead || !bankAccountId) throw new Refusal("funds.no-envelope", 409);
  const amountFen = await moveBudget(deps, { applicationId, movement: "commit", idempotencyKey: `commit:${applicationId}` });
  return insertPayment(deps.tx, { applicationId, envelopeId: lead.envelopeId, bankAccountId, amountFen, regionCode, status: "pending", createdAt: deps.clock.now() });
}

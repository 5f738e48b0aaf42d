import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { findPaid } from "../adapters/payment.repository.server";

/** What an application was paid in all, under the payment that was made last. @throws Refusal `funds.not-paid` (409) */
export async function readPaid(
  deps: Pick<Deps, "tx">,
  applicationId: string,
): Promise<{ id: string; amountFen: bigint }> {
  const payment = await findPaid(deps.tx, applicationId);
  if (!payment) throw new Refusal("funds.not-paid");
  return payment;
}

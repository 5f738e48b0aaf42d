import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { reservationOf } from "../adapters/envelope.repository.server";
import { insertPayment } from "../adapters/payment.repository.server";

/** Puts the money reserved for an application on the list of what is to be paid. */
export async function createPayment(deps: Deps, input: { applicationId: string; bankAccountId: string | null; regionCode: string }): Promise<void> {
  const reservation = await reservationOf(deps.tx, input.applicationId);
  if (!reservation || !input.bankAccountId) throw new Refusal("funds.no-envelope", 409);
  await insertPayment(deps.tx, {
    applicationId: input.applicationId,
    envelopeId: reservation.envelopeId,
    bankAccountId: input.bankAccountId,
    amountFen: reservation.fen,
    regionCode: input.regionCode,
    status: "pending",
    createdAt: deps.clock.now(),
  });
}

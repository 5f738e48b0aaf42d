import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { findReturnedLine } from "../adapters/receipt.repository.server";
import { reasonOf } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { settleBatch } from "./settle-payment.server";
import { takeBack } from "./take-back.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Books money that came back and waited for the department's decision, now by that decision: it settles the demand, with
 * what is over it owed back to the firm, or it is returned where the recovery was dropped. Doing it again changes nothing.
 * @throws Refusal `request.not-found` (404), `redemption.recovery-open` (409) while nothing is decided, `funds.part-returned`
 *   (409) for a part that nobody asks back, `funds.batch-state` (409) when the payment is under way again
 */
export async function settleReturnedLine(deps: FinanceDeps, lineId: string): Promise<void> {
  const line = isUuid(lineId) ? await findReturnedLine(deps.tx, lineId, treasuryRegion(deps.actor)) : null;
  const [payment] = line?.paymentId ? await holdPayments(deps, [line.paymentId]) : [];
  if (!line || !payment) throw new Refusal("request.not-found", 404);
  if (payment.status !== "paid") throw new Refusal("funds.batch-state");
  const { amountFen } = line;
  const outcome = await takeBack(deps, payment, {
    reason: reasonOf(line),
    fen: amountFen ?? undefined,
    booking: `line:${lineId}`,
    lineId,
  });
  if (outcome === "recoveryOpen") throw new Refusal("redemption.recovery-open");
  if (outcome === "amountDiffers") throw new Refusal("funds.part-returned");
  if (payment.batchId) await settleBatch(deps, payment.batchId);
}

import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { findBatchCore, type BatchCore } from "../adapters/batch.repository.server";
import type { LockedPayment } from "~/features/funds/domain/payment";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import { holdPayments } from "./hold-payments.server";

export type HeldBatch = { batch: BatchCore; payments: LockedPayment[] };

/**
 * A batch of the own treasury, locked with its payments and their cases, and, unless `hold` leaves them, their envelopes.
 * @throws Refusal `request.not-found` (404)
 */
export async function holdBatch(deps: FinanceDeps, id: string, hold = holdPayments): Promise<HeldBatch> {
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  const region = treasuryRegion(deps.actor);
  const seen = await findBatchCore(deps.tx, id, region);
  const payments = await hold(deps, seen?.payments.map((payment) => payment.id) ?? []);
  const batch = await findBatchCore(deps.tx, id, region);
  if (!batch) throw new Refusal("request.not-found", 404);
  return { batch, payments };
}

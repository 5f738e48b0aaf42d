import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import {
  findBatch,
  findPending,
  findReturned,
  listBatches,
  pendingItems,
  type PaymentRow,
  type PendingFilter,
} from "../adapters/batch.repository.server";
import { netOf } from "../adapters/payment.repository.server";
import { batchTotals, type Batch, type BatchStatus } from "../domain/payment-batch";

/** What a page shows of a payment: never the account number. */
function shown({
  id,
  status,
  amountFen,
  deductedFen,
  returnedReason,
  returnedCode,
  needsAccount,
  accountChangedAt,
  replacesId,
  application,
  bankAccount,
}: PaymentRow) {
  return {
    id,
    status,
    amountFen: netOf({ amountFen, deductedFen }),
    deductedFen,
    returnedReason,
    returnedCode,
    needsAccount,
    accountChangedAt,
    isAgain: replacesId !== null,
    number: application.number,
    firm: application.enterprise.name,
    item: application.item.title,
    holder: bankAccount?.holder ?? "",
    bankName: bankAccount?.bankName ?? "",
    lastFour: bankAccount?.lastFour ?? null,
  };
}

export type ShownPayment = ReturnType<typeof shown>;

/** A page of what a region's treasury has to pay, what it can be narrowed by, and what came back and waits. */
export async function readPending(tx: Tx, regionCode: string, filter: PendingFilter, page: number) {
  const [{ rows, ...rest }, items, returned] = await Promise.all([
    findPending(tx, regionCode, filter, page),
    pendingItems(tx, regionCode),
    findReturned(tx, regionCode),
  ]);
  return { ...rest, rows: rows.map(shown), items, returned: returned.map(shown) };
}

/** A batch with its payments and sums. @throws Refusal `request.not-found` (404) */
export async function readBatch(tx: Tx, id: string, regionCode: string) {
  const batch = isUuid(id) ? await findBatch(tx, id, regionCode) : null;
  if (!batch) throw new Refusal("request.not-found", 404);
  const payments = batch.payments.map(shown);
  return { ...batch, payments, totals: batchTotals(payments as unknown as Batch["payments"]) };
}

/** A page of a region's batches, newest first. */
export function readBatches(tx: Tx, regionCode: string, status: BatchStatus | undefined, page: number) {
  return listBatches(tx, regionCode, status, page);
}

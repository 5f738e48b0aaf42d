import { Refusal } from "~/kernel/refusal";
import type { Tx } from "~/platform/db.server";
import { findBatch, findPending, listBatches, type PaymentRow } from "../adapters/batch.repository.server";

/** What a page shows of a payment: never the account number. */
function shown({ id, status, amountFen, deductedFen, returnedReason, application, bankAccount }: PaymentRow) {
  return {
    id, status, amountFen: amountFen - deductedFen, deductedFen, returnedReason, number: application.number, firm: application.enterprise.name, item: application.item.title,
    bankName: bankAccount.bankName, lastFour: bankAccount.lastFour,
  };
}

/** A page of what a region's treasury has to pay. */
export async function readPending(tx: Tx, regionCode: string, page: number) {
  const { rows, ...rest } = await findPending(tx, regionCode, page);
  return { ...rest, rows: rows.map(shown) };
}

/** A batch with its payments. @throws Refusal `request.not-found` (404) */
export async function readBatch(tx: Tx, id: string, regionCode: string) {
  const batch = await findBatch(tx, id, regionCode);
  if (!batch) throw new Refusal("request.not-found", 404);
  return { ...batch, payments: batch.payments.map(shown) };
}

/** A page of a region's batches, newest first. */
export function readBatches(tx: Tx, regionCode: string, page: number) {
  return listBatches(tx, regionCode, page);
}

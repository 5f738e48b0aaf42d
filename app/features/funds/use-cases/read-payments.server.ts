import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import {
  findBatch,
  findBatchCore,
  findPending,
  findReturned,
  listBatches,
  pendingItems,
  type PaymentRow,
  type PendingFilter,
} from "../adapters/batch.repository.server";
import { findSettlement, settlementsOf } from "../adapters/settlement.repository.server";
import { netOf } from "../adapters/payment.repository.server";
import type { ServedFile } from "~/platform/file-response.server";
import type { FileStorage } from "~/platform/storage.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";
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
  const noted = new Map((await settlementsOf(tx, id)).map((row) => [row.paymentId, row]));
  const payments = batch.payments.map((payment) => ({ ...shown(payment), noted: noted.get(payment.id) ?? null }));
  return { ...batch, payments, totals: batchTotals(payments as unknown as Batch["payments"]) };
}

/** A page of a region's batches, newest first. */
export function readBatches(tx: Tx, regionCode: string, status: BatchStatus | undefined, page: number) {
  return listBatches(tx, regionCode, status, page);
}

/** The bank's voucher of a payment that was noted by hand, to the officers of its treasury; who opens it is on record. @throws Refusal `request.not-found` (404) */
export async function readVoucher(
  deps: FinanceDeps & { storage: FileStorage },
  paymentId: string,
): Promise<ServedFile> {
  const found = isUuid(paymentId) ? await findSettlement(deps.tx, paymentId) : null;
  const own = found && (await findBatchCore(deps.tx, found.batchId, treasuryRegion(deps.actor)));
  if (!found || !own) throw new Refusal("request.not-found", 404);
  await recordAudit(deps, { action: "payment.voucher-opened", subject: { type: "payment", id: paymentId } });
  const { fileHash, fileName, fileType } = found;
  const bytes = await deps.storage.read(fileHash);
  return { bytes, fileName, mimeType: fileType, inline: fileType === "application/pdf" };
}

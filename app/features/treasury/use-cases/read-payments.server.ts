import { recordAudit } from "~/features/treasury/audited.server";
import { rowName } from "~/features/policies/domain/item-name";
import { readForTreasury, type TreasuryCase } from "~/features/redemption/use-cases/read-for-treasury.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
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
import { netOf } from "~/features/funds/domain/payment";
import type { ServedFile } from "~/platform/files";
import type { FileStorage } from "~/platform/storage.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import { batchTotals, isAtHand, type BatchStatus } from "../domain/payment-batch";
import { stoppedOf } from "./withdraw-stopped.server";

type Reading = Pick<Deps, "tx" | "clock">;

/** What a page shows of payments: never the account number. */
export async function shownPayments(deps: Reading, rows: readonly PaymentRow[]) {
  const cases = await readForTreasury(
    deps,
    rows.map(({ applicationId }) => applicationId),
  );
  return rows.map((row) => shown(row, cases.get(row.applicationId) ?? unknownCase));
}

const unknownCase: TreasuryCase = { approver: null, decidedOn: null, dueOn: null, lateness: null };

function shown(
  {
    id,
    applicationId,
    createdAt,
    status,
    amountFen,
    deductedFen,
    returnedReason,
    returnedCode,
    needsAccount,
    accountChangedAt,
    replacesId,
    instalment,
    application,
    bankAccount,
  }: PaymentRow,
  term: TreasuryCase,
) {
  return {
    ...term,
    id,
    applicationId,
    createdAt,
    status,
    amountFen: netOf({ amountFen, deductedFen }),
    deductedFen,
    returnedReason,
    returnedCode,
    needsAccount,
    accountChangedAt,
    isAgain: replacesId !== null,
    /** which part of its sum it pays; null: the first, or the whole */
    part: instalment ? instalment.place + 1 : null,
    number: application.number,
    firm: application.enterprise.name,
    item: rowName(application.item),
    holder: bankAccount?.holder ?? "",
    bankName: bankAccount?.bankName ?? "",
    lastFour: bankAccount?.lastFour ?? null,
  };
}

export type ShownPayment = ReturnType<typeof shown>;

/** A page of what a region's treasury has to pay, what it can be narrowed by, and what came back and waits. */
export async function readPending(deps: Reading, regionCode: string, filter: PendingFilter, page: number) {
  const [{ rows, ...rest }, items, returned] = await Promise.all([
    findPending(deps.tx, regionCode, filter, page),
    pendingItems(deps.tx, regionCode),
    findReturned(deps.tx, regionCode),
  ]);
  return { ...rest, rows: await shownPayments(deps, rows), items, returned: await shownPayments(deps, returned) };
}

/** A batch with its payments and sums. @throws Refusal `request.not-found` (404) */
export async function readBatch(deps: Reading, id: string, regionCode: string) {
  const batch = isUuid(id) ? await findBatch(deps.tx, id, regionCode) : null;
  if (!batch) throw new Refusal("request.not-found", 404);
  const noted = new Map((await settlementsOf(deps.tx, id)).map((row) => [row.paymentId, row]));
  const payments = (await shownPayments(deps, batch.payments)).map((payment) => ({
    ...payment,
    noted: noted.get(payment.id) ?? null,
  }));
  const stopped = isAtHand(batch) ? await stoppedOf(deps, batch.payments) : [];
  return {
    ...batch,
    payments,
    totals: batchTotals(payments),
    /** cases of which it holds parts that are no longer paid, as long as they can be taken out */
    stopped: stopped.map(({ application }) => application.number ?? ""),
  };
}

/** A page of a region's batches, newest first. */
export function readBatches(tx: Tx, regionCode: string, status: BatchStatus | undefined, page: number) {
  return listBatches(tx, regionCode, status, page);
}

/**
 * The bank's voucher of a payment that was noted by hand, to the officers of its treasury; who opens it is on record.
 * @throws Refusal `request.not-found` (404)
 */
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

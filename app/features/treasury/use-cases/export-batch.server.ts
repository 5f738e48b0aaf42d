import { recordAudit } from "~/features/treasury/audited.server";
import { csvText } from "~/kernel/csv";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { unseal } from "~/platform/seal.server";
import { writeSheet } from "~/platform/sheet/write-sheet.server";
import { changeBatch, findBatchToExport, type ExportedBatch } from "../adapters/batch.repository.server";
import { netOf } from "~/features/funds/domain/payment";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { creditTransferXml } from "../domain/bank/credit-transfer";
import { treasuryRows } from "../domain/payment-batch";
import { holdBatch } from "./hold-batch.server";
import { requireNoneStopped } from "./withdraw-stopped.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

export type BatchFormat = "xml" | "xlsx" | "csv";
export type BatchFile = { name: string; type: string; content: string | Uint8Array<ArrayBuffer> };

const types: Record<BatchFormat, string> = {
  xml: "application/xml; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * A released batch as pain.001.001.09 for the bank, or as the form a treasury without XML fills in, as XLSX or CSV; all with account
 * numbers in full, so every reading is audited. Payments that need no transfer are left out.
 * @throws Refusal `request.not-found` (404), `funds.batch-state` (409) before the batch was released,
 *   `funds.asked-back` (409) before a part that
 *   is no longer paid is taken out, `funds.account-missing` (409), `funds.batch-empty` (422) where nothing is transferred
 */
export async function exportBatch(deps: FinanceDeps, id: string, format: BatchFormat, key: Buffer): Promise<BatchFile> {
  await handOut(deps, id);
  const batch = isUuid(id) ? await findBatchToExport(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!batch) throw new Refusal("request.not-found", 404);
  if (batch.status === "draft" || batch.status === "cancelled") throw new Refusal("funds.batch-state");
  const transfers = batch.payments.filter((payment) => netOf(payment) > 0n).map((payment) => transferOf(payment, key));
  if (format === "xml" && transfers.length === 0) throw new Refusal("funds.batch-empty", 422);
  await recordAudit(deps, {
    action: "bank-account.exported",
    subject: { type: "paymentBatch", id },
    after: { count: transfers.length, format },
  });
  return {
    name: `${batch.number}.${format}`,
    type: types[format],
    content: await contentOf(deps, batch, transfers, format),
  };
}

/** Once its file is handed out a batch is with the bank: the first time it is looked at whether all of it is still paid. */
async function handOut(deps: FinanceDeps, id: string): Promise<void> {
  const { batch, payments } = await holdBatch(deps, id);
  if (batch.status !== "exported" || batch.fileTakenAt !== null) return;
  await requireNoneStopped(deps, payments);
  await changeBatch(deps.tx, id, { fileTakenAt: deps.clock.now() });
}

async function contentOf(
  deps: FinanceDeps,
  batch: ExportedBatch,
  transfers: ReturnType<typeof transferOf>[],
  format: BatchFormat,
): Promise<BatchFile["content"]> {
  if (format === "csv") return csvText(treasuryRows(transfers));
  if (format === "xlsx") return formOf(treasuryRows(transfers));
  const createdAt = batch.exportedAt ?? batch.createdAt;
  return creditTransferXml({
    batchNumber: batch.number,
    createdAt,
    requestedOn: batch.requestedOn ?? shanghaiDay(createdAt),
    debtor: debtorOf(deps, batch),
    transfers,
  });
}

/** The form as XLSX: every cell is text, so that no program takes an account or a reference for a number. */
function formOf([heads = [], ...rows]: (string | number)[][]): Promise<Uint8Array<ArrayBuffer>> {
  const columns = heads.map((head) => ({ head: String(head), width: 24, format: "@" as const }));
  return writeSheet(
    "拨付批次",
    columns,
    rows.map((row) => row.map(String)),
  );
}

function transferOf(payment: ExportedBatch["payments"][number], key: Buffer) {
  const { application, bankAccount } = payment;
  if (!bankAccount) throw new Refusal("funds.account-missing");
  const number = application.number ?? "";
  return {
    paymentId: payment.id,
    reference: referenceOf(payment.id),
    applicationNumber: number,
    item: application.item.title,
    holder: bankAccount.holder,
    bankName: bankAccount.bankName,
    accountNumber: unseal(bankAccount.sealedNumber, key),
    amountFen: netOf(payment),
    remittance: `${number} ${application.item.title}`,
  };
}

/** Whose account is debited: the treasury's, or that of its pool; the bank knows it under a name agreed with the treasury. */
function debtorOf({ catalogue }: FinanceDeps, batch: ExportedBatch) {
  const name = catalogue.registry.departments.find((each) => each.id === batch.departmentId)?.zh ?? batch.regionCode;
  return { name, account: `${batch.regionCode}-${batch.source === "pool" ? "POOL" : "TREASURY"}`, bankName: name };
}

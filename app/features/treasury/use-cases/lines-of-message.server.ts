import { Refusal } from "~/kernel/refusal";
import { findBatchByNumber } from "../adapters/batch.repository.server";
import { netOf } from "~/features/funds/domain/payment";
import type { BankLine, BankMessage, Rest } from "../domain/bank/bank-message";
import { paymentIdOf, referenceOf } from "~/features/funds/domain/payment-reference";
import { setAside } from "../domain/bank/line-reading";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Holds that a treasury's form names every transfer of each batch it names: a row that was deleted is no answer.
 * @throws Refusal `funds.form-part` (422) with the batch and how many are missing
 */
export async function requireWholeForm(
  deps: FinanceDeps,
  lines: readonly BankLine[],
  numbers: Iterable<string>,
  regionCode: string,
): Promise<void> {
  const named = new Set(lines.map(({ reference }) => reference));
  for (const number of numbers) {
    const batch = await findBatchByNumber(deps.tx, number, regionCode);
    const transfers = batch?.payments.filter((payment) => netOf(payment) > 0n) ?? [];
    const missing = transfers.filter(({ id }) => !named.has(referenceOf(id))).length;
    if (missing > 0) throw new Refusal("funds.form-part", 422, { number, missing });
  }
}

type FoundBatch = NonNullable<Awaited<ReturnType<typeof findBatchByNumber>>>;

/**
 * The lines of a message for a region. What an answer says of a whole batch stands for every payment that has no line; a
 * booking of a whole batch stands for each of its payments.
 * @throws Refusal `funds.batch-unknown` (422), `funds.batch-state` (409) for a batch that was not released
 */
export async function linesOfMessage(
  deps: FinanceDeps,
  { batchNumber, rest, lines }: BankMessage,
  regionCode: string,
): Promise<BankLine[]> {
  if (batchNumber === null) return bookingsOf(deps, lines, regionCode);
  const batch = await findBatchByNumber(deps.tx, batchNumber, regionCode);
  if (!batch) throw new Refusal("funds.batch-unknown", 422, { number: batchNumber });
  if (!isReleased(batch)) throw new Refusal("funds.batch-state");
  const own = new Set(batch.payments.map(({ id }) => referenceOf(id)));
  return [
    ...lines.map((line) => (own.has(line.reference) || line.status === "setAside" ? line : notOfBatch(line))),
    ...(rest ? restOf(batch, rest, lines) : []),
  ];
}

/** A line of an answer that names none of the batch's payments stays without effect, whatever else it names. */
function notOfBatch(line: BankLine): BankLine {
  return { ...line, reference: line.reference.slice(0, 33) + "?" };
}

function isReleased({ status }: FoundBatch): boolean {
  return status === "exported" || status === "settled";
}

/** One line for each payment without a line of its own; where count or sum are not the batch's, the whole is set aside. */
function restOf(batch: FoundBatch, { count, sumFen, ...rest }: Rest, lines: readonly BankLine[]): BankLine[] {
  const transfers = batch.payments.filter((payment) => netOf(payment) > 0n);
  const said = { ...rest, reference: batch.number, amountFen: sumFen, bookedOn: null };
  if ((count ?? transfers.length) !== transfers.length || (sumFen ?? sumOf(transfers)) !== sumOf(transfers))
    return [setAside(said, { path: "OrgnlGrpInfAndSts", reason: "batchSum" })];
  const named = new Set(lines.map(({ reference }) => reference));
  return transfers
    .map(({ id }) => referenceOf(id))
    .filter((reference) => !named.has(reference))
    .map((reference) => ({ ...rest, reference, amountFen: null, bookedOn: null }));
}

async function bookingsOf(deps: FinanceDeps, lines: readonly BankLine[], regionCode: string): Promise<BankLine[]> {
  const booked: BankLine[] = [];
  for (const line of lines) booked.push(...(await bookingOf(deps, line, regionCode)));
  return booked;
}

const ofBatches: readonly BankLine["status"][] = ["paid", "returned", "reversed"];

/** A booking that names a batch of ours and no payment: its payments, where it is their sum to the fen. */
async function bookingOf(
  deps: FinanceDeps,
  { batch: named, ...line }: BankLine,
  regionCode: string,
): Promise<BankLine[]> {
  if (!named || !ofBatches.includes(line.status) || paymentIdOf(line.reference) !== null) return [line];
  const batch = await findBatchByNumber(deps.tx, named.number, regionCode);
  if (!batch || !isReleased(batch)) return [line];
  const open = batch.payments.filter(
    (payment) => netOf(payment) > 0n && (payment.status === "batched" || payment.status === "paid"),
  );
  if (line.amountFen !== sumOf(open) || (named.count ?? open.length) !== open.length)
    return [setAside({ ...line, reference: batch.number }, { path: "Ntry/NtryDtls/Btch", reason: "batchSum" })];
  return open.map((payment) => ({ ...line, reference: referenceOf(payment.id), amountFen: netOf(payment) }));
}

function sumOf(payments: readonly { amountFen: bigint; deductedFen: bigint }[]): bigint {
  return payments.reduce((sum, payment) => sum + netOf(payment), 0n);
}

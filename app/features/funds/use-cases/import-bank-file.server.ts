import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { Refusal } from "~/kernel/refusal";
import { findBatchByNumber } from "../adapters/batch.repository.server";
import { addBankFile, findSame, paymentsOfRecoveries } from "../adapters/bank-file.repository.server";
import { netOf, type LockedPayment } from "../adapters/payment.repository.server";
import type { BankLine, BankMessage } from "../domain/bank/bank-message";
import { isPartBack, outcomeOf, type Outcome } from "../domain/bank/bank-answer";
import { paymentIdOf, referenceOf } from "../domain/bank/credit-transfer";
import type { PaymentStatus } from "../domain/payment-batch";
import { payOut, reasonOf } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { readBankBytes } from "./read-bank-bytes.server";
import { settleBatch } from "./settle-payment.server";
import { takeBack } from "./take-back.server";
import { takeIn } from "./take-in.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

export type Imported = { fileId: string; repeated: boolean };

/**
 * Takes a file of the bank: whole, or not at all. The same bytes again change nothing; neither does an answer that was
 * given before in another file.
 * @throws Refusal `funds.file-refused` (422, with path and reason), `funds.message-reused` (409) for another file under a
 *   known message id, `funds.batch-unknown` (422), `funds.batch-state` (409) for a batch that was not released
 */
export async function importBankFile(
  deps: FinanceDeps,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Imported> {
  const regionCode = treasuryRegion(deps.actor);
  const { sha256, read } = readBankBytes(file.fileName, file.bytes);
  const known = await findSame(deps.tx, regionCode, { sha256 });
  if (known) return { fileId: known.id, repeated: true };
  if (!read.ok) throw new Refusal("funds.file-refused", 422, read.problem);
  const { message } = read;
  if (await findSame(deps.tx, regionCode, { kind: message.kind, messageId: message.messageId }))
    throw new Refusal("funds.message-reused");
  const lines = await linesOf(deps, message, regionCode);
  const named = lines.flatMap(({ reference }) => paymentIdOf(reference) ?? []);
  const recoveries = await paymentsOfRecoveries(deps.tx, named);
  const held = await holdPayments(deps, [...named, ...recoveries.values()]);
  const payments = new Map(
    held.filter((payment) => payment.regionCode === regionCode).map((payment) => [payment.id, payment]),
  );
  const told = [];
  for (const [place, line] of lines.entries())
    told.push(await follow(deps, line, { payments, recoveries }, line.bankReference ?? `${sha256}:${place}`));
  const fileId = await addBankFile(
    deps.tx,
    {
      kind: message.kind,
      messageId: message.messageId,
      sha256,
      fileName: file.fileName.slice(0, 200),
      regionCode,
      batchNumber: message.batchNumber,
      receivedById: deps.actor.userId,
      receivedAt: deps.clock.now(),
    },
    told,
  );
  for (const batchId of new Set(held.flatMap((payment) => payment.batchId ?? []))) await settleBatch(deps, batchId);
  await recordAudit(deps, {
    action: "bank-file.imported",
    subject: { type: "bankFile", id: fileId },
    after: { kind: message.kind, messageId: message.messageId, sha256, lines: told.length },
  });
  return { fileId, repeated: false };
}

/** The lines of a message; what it says of a whole batch stands for every payment that has no line. */
async function linesOf(
  deps: FinanceDeps,
  { batchNumber, rest, lines }: BankMessage,
  regionCode: string,
): Promise<BankLine[]> {
  if (batchNumber === null) return lines;
  const batch = await findBatchByNumber(deps.tx, batchNumber, regionCode);
  if (!batch) throw new Refusal("funds.batch-unknown", 422, { number: batchNumber });
  if (batch.status !== "exported" && batch.status !== "settled") throw new Refusal("funds.batch-state");
  const own = new Set(batch.payments.map(({ id }) => referenceOf(id)));
  const named = new Set(lines.map(({ reference }) => reference.toLowerCase()));
  const others = rest
    ? [...own]
        .filter((reference) => !named.has(reference))
        .map((reference) => ({ ...rest, reference, amountFen: null, bookedOn: null }))
    : [];
  return [
    ...lines.map((line) =>
      own.has(line.reference.toLowerCase()) ? line : { ...line, reference: line.reference.slice(0, 33) + "?" },
    ),
    ...others,
  ];
}

/** What the lines of a file can name. */
type Known = { payments: Map<string, LockedPayment>; recoveries: ReadonlyMap<string, string> };

/** Does what a line says, if it can be, and tells what became of it. */
async function follow(deps: FinanceDeps, line: BankLine, { payments, recoveries }: Known, booking: string) {
  const id = paymentIdOf(line.reference);
  const payment = id ? payments.get(id) : undefined;
  const outcome = payment
    ? await settleLine(deps, line, { payment, payments, booking })
    : await received(deps, line, id !== null && payments.has(recoveries.get(id) ?? "") ? id : null, booking);
  const { bankReference: _, ...kept } = line;
  return { ...kept, paymentId: payment?.id ?? null, outcome };
}

type Named = { payment: LockedPayment; payments: Map<string, LockedPayment>; booking: string };

async function settleLine(deps: FinanceDeps, line: BankLine, { payment, payments, booking }: Named): Promise<Outcome> {
  const outcome = leadsTo(line, payment);
  if (outcome !== "paid" && outcome !== "returned") return outcome;
  if (outcome === "returned") {
    const taken = await takeBack(deps, payment, { reason: reasonOf(line), fen: line.amountFen ?? undefined, booking });
    if (taken !== "returned") return taken;
  } else await payOut(deps, [payment]);
  payments.set(payment.id, {
    ...payment,
    status: outcome,
    paidAt: outcome === "paid" ? deps.clock.now() : payment.paidAt,
  });
  return outcome;
}

/** What a line says of a payment; a part that came back is taken as a return, and judged by `takeBack`. */
function leadsTo(line: BankLine, payment: LockedPayment): Outcome {
  const released = payment.batch?.status === "exported" || payment.batch?.status === "settled";
  const asked = { status: payment.status as PaymentStatus, netFen: netOf(payment), released };
  return isPartBack(line, asked) ? "returned" : outcomeOf(line, asked);
}

/** Money that a firm sends back under the number of its recovery; the bank's number of the booking counts it once, and what is over the demand is owed back. */
async function received(
  deps: FinanceDeps,
  line: BankLine,
  recoveryId: string | null,
  booking: string,
): Promise<Outcome> {
  if (line.status !== "received" || !recoveryId || line.amountFen === null) return "unknown";
  return takeIn(deps, { recoveryId, fen: line.amountFen, booking });
}

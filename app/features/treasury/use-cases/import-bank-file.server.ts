import { recordAudit } from "~/features/treasury/audited.server";
import { Refusal } from "~/kernel/refusal";
import { addBankFile, findSame, otherBookings, paymentsOfRecoveries } from "../adapters/bank-file.repository.server";
import { netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { fitsAccount, isBack, isPartBack, outcomeOf, withoutCharge, type Outcome } from "../domain/bank/bank-answer";
import type { BankLine } from "../domain/bank/bank-message";
import { paymentIdOf } from "~/features/funds/domain/payment-reference";
import { setAside } from "../domain/bank/line-reading";
import type { Problem } from "../domain/bank/iso-rules";
import { treasuryColumns, treasuryWords, type PaymentStatus } from "../domain/payment-batch";
import { payOut, reasonOf } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { linesOfMessage, requireWholeForm } from "./lines-of-message.server";
import { readBankBytes } from "./read-bank-bytes.server";
import { settleBatch } from "./settle-payment.server";
import { takeBack } from "./take-back.server";
import { takeIn } from "./take-in.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

export type Imported = { fileId: string; repeated: boolean };

/**
 * Takes a file of the bank: XML line by line, where a line that isn't understood is set aside; the treasury's form whole, or
 * not at all. The same bytes again change nothing; neither does an answer that was given before in another file.
 * @throws Refusal `funds.file-refused` (422, with path and reason), `funds.form-row`, `funds.form-cell` (422, with row,
 *   heading and reason), `funds.form-part` (422) for a form with rows deleted, `funds.message-reused` (409) for another
 *   file under a
 *   known message id, `funds.batch-unknown` (422), `funds.batch-state` (409) for a batch that was not released
 */
export async function importBankFile(
  deps: FinanceDeps,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Imported> {
  const regionCode = treasuryRegion(deps.actor);
  const { sha256, read } = await readBankBytes(file.bytes);
  const earlier = await findSame(deps.tx, regionCode, { sha256 });
  if (earlier) return { fileId: earlier.id, repeated: true };
  if (!read.ok) throw refusalOf(read.problem);
  const { message } = read;
  if (await findSame(deps.tx, regionCode, { kind: message.kind, messageId: message.messageId }))
    throw new Refusal("funds.message-reused");
  const lines = await linesOfMessage(deps, message, regionCode);
  const named = lines.flatMap(({ reference }) => paymentIdOf(reference) ?? []);
  const recoveries = await paymentsOfRecoveries(deps.tx, named);
  const locked = await holdPayments(deps, [...named, ...recoveries.values()]);
  const payments = new Map(
    locked.filter((payment) => payment.regionCode === regionCode).map((payment) => [payment.id, payment]),
  );
  if (message.kind === "csv") {
    const numbers = new Set([...payments.values()].flatMap(({ batch }) => batch?.number ?? []));
    await requireWholeForm(deps, lines, numbers, regionCode);
  }
  const bookings = await otherBookings(deps.tx, [...payments.keys()]);
  const known = { payments, recoveries, bookings, told: new Set<string>(), regionCode };
  const followed: Followed[] = [];
  for (const [place, line] of lines.entries())
    for (const part of withoutCharge(line, netOfNamed(line, payments)))
      followed.push(await follow(deps, part, known, part.bankReference ?? `${sha256}:${place}`));
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
    followed,
  );
  for (const batchId of new Set(locked.flatMap((payment) => payment.batchId ?? []))) await settleBatch(deps, batchId);
  await recordAudit(deps, {
    action: "bank-file.imported",
    subject: { type: "bankFile", id: fileId },
    after: { kind: message.kind, messageId: message.messageId, sha256, lines: followed.length },
  });
  return { fileId, repeated: false };
}

/** Why a file was refused, by the place in it: a row and a heading of the form, or a path of the XML. */
function refusalOf({ path, reason }: Problem): Refusal {
  const [, row, column] = /^(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (row === undefined) return new Refusal("funds.file-refused", 422, { path, reason });
  const heading = treasuryColumns.find((each) => each === column);
  return heading
    ? new Refusal("funds.form-cell", 422, { row, heading: treasuryWords[heading], reason })
    : new Refusal("funds.form-row", 422, { row, reason });
}

/**
 * What the lines of a file can name. `bookings`: the bank's own numbers of what was booked for a payment before, by
 * payment and direction; `told`: those of which the file told already.
 */
type Known = {
  payments: Map<string, LockedPayment>;
  recoveries: ReadonlyMap<string, string>;
  bookings: Map<string, Set<string>>;
  told: Set<string>;
  regionCode: string;
};

function netOfNamed({ reference }: BankLine, payments: Known["payments"]): bigint | null {
  const payment = payments.get(paymentIdOf(reference) ?? "");
  return payment ? netOf(payment) : null;
}

type Followed = Awaited<ReturnType<typeof follow>>;

/** Does what a line says, if it can be, and tells what became of it. */
async function follow(deps: FinanceDeps, told: BankLine, known: Known, booking: string) {
  const id = paymentIdOf(told.reference);
  const payment = id ? known.payments.get(id) : undefined;
  const line = judged(told, payment, known);
  const { payments, recoveries } = known;
  const outcome = payment
    ? await settleLine(deps, line, { payment, payments, booking })
    : await received(deps, line, id !== null && payments.has(recoveries.get(id) ?? "") ? id : null, booking);
  const { account: _account, batch: _batch, chargeFen: _charge, problem, ...kept } = line;
  return {
    ...kept,
    paymentId: payment?.id ?? null,
    outcome,
    problem: problem?.reason ?? null,
    problemPath: problem?.path ?? null,
  };
}

/** A line as it is judged beside what is known: of another account, or a second booking of what was booked, it is set aside. */
function judged(line: BankLine, payment: LockedPayment | undefined, known: Known): BankLine {
  if (line.status === "setAside") return line;
  if (!fitsAccount(line.account, known.regionCode, payment?.batch?.source ?? null))
    return setAside(line, { path: "Ntfctn/Acct/Id", reason: "otherAccount" });
  if (!payment || !(line.status === "paid" || isBack(line))) return line;
  return isSecondBooking(line, payment, known)
    ? setAside(line, { path: "Ntry/AcctSvcrRef", reason: "bookedTwice" })
    : line;
}

/** Whether the bank booked a payment once more: in the same file, or under another number of its own; the booking is kept in mind. */
function isSecondBooking(line: BankLine, payment: LockedPayment, { bookings, told }: Known): boolean {
  const { bankReference, side } = line;
  if (!side) return false;
  const key = `${payment.id}:${side}`;
  const before = bookings.get(key) ?? new Set<string>();
  const isOther = bankReference ? before.size > 0 && !before.has(bankReference) : told.has(key);
  if (isOther && leadsTo(line, payment) === "repeated") return true;
  told.add(key);
  if (bankReference) bookings.set(key, before.add(bankReference));
  return false;
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

/**
 * Money that a firm sends back under the number of its recovery; the bank's number of the booking counts it once, and
 * what is over the demand is owed back.
 */
async function received(
  deps: FinanceDeps,
  line: BankLine,
  recoveryId: string | null,
  booking: string,
): Promise<Outcome> {
  if (line.status !== "received" || !recoveryId || line.amountFen === null) return outcomeOf(line, null);
  return takeIn(deps, { recoveryId, fen: line.amountFen, booking });
}

import type { Deps } from "~/platform/context.server";
import { startOfDay } from "~/kernel/plain-date";
import {
  batchStandings,
  statementsOf,
  bookedPayments,
  strayBookings,
  type BookedRow,
} from "../adapters/reconciliation.repository.server";
import type { LineStatus, Side } from "../domain/bank/bank-message";
import { moneyOfLine } from "../domain/line-clearing";
import { reconcile, type Booked, type Stray } from "../domain/reconcile";

/** Books and bank statements of a region in a year, side by side: sums, every difference with what it is about, and the batches. */
export async function readReconciliation({ tx }: Pick<Deps, "tx">, regionCode: string, year: number) {
  const since = startOfDay(`${year}-01-01`);
  const [payments, bookings, batches, statements] = await Promise.all([
    bookedPayments(tx, regionCode, since),
    strayBookings(tx, regionCode, since),
    batchStandings(tx, regionCode, since),
    statementsOf(tx, regionCode, since),
  ]);
  const strays = bookings.map(strayOf);
  const { differences, ...sums } = reconcile(payments as Booked[], strays);
  return {
    ...sums,
    covers: {
      from: `${year}-01-01`,
      batches: new Set(payments.map(({ batchId }) => batchId)).size,
      payments: payments.length,
      compared: payments.filter(({ debitFen, creditFen }) => debitFen !== null || creditFen !== null).length,
      ...statements,
    },
    batches,
    differences: differences.map((difference) => ({
      ...difference,
      ...about(
        payments.find(({ id }) => id === difference.id),
        bookings.find(({ id }) => id === difference.id),
      ),
    })),
  };
}

/** A line set aside that is no booking moves nothing. */
function strayOf({ id, status, side, amountFen }: Booking): Stray {
  const what = status === "charge" || status === "setAside" ? status : "booking";
  const money = moneyOfLine({ status: status as LineStatus, side: side as Side | null, amountFen });
  return { id, what, side: money?.side ?? "credit", fen: money?.fen ?? 0n };
}

type Booking = Awaited<ReturnType<typeof strayBookings>>[number];

const nothing = {
  ...{ firm: null, number: null, batchId: null },
  ...{ fileId: null, lineId: null, isSaid: false, reference: null, problem: null },
};

/** What a difference is about: a payment, or a line of the bank with the payment that it names. */
function about(payment: BookedRow | undefined, booking: Booking | undefined) {
  return { ...nothing, ...(booking ? aboutBooking(booking) : {}), ...(payment ? aboutPayment(payment) : {}) };
}

function aboutPayment({ firm, number, batchId }: BookedRow) {
  return { firm, number, batchId };
}

function aboutBooking({ id, status, fileId, reference, problem, clearings, payment }: Booking) {
  return {
    firm: payment && payment.application.enterprise.name,
    number: payment && payment.application.number,
    batchId: payment && payment.batchId,
    fileId,
    lineId: status === "charge" ? null : id,
    isSaid: clearings.length > 0,
    reference,
    problem,
  };
}

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
      ...aboutPayment(payments.find(({ id }) => id === difference.id)),
      ...aboutBooking(bookings.find(({ id }) => id === difference.id)),
    })),
  };
}

/** A line set aside that is no booking moves nothing. */
function strayOf({ id, status, side, amountFen }: Awaited<ReturnType<typeof strayBookings>>[number]): Stray {
  const what = status === "charge" || status === "setAside" ? status : "booking";
  const money = moneyOfLine({ status: status as LineStatus, side: side as Side | null, amountFen });
  return { id, what, side: money?.side ?? "credit", fen: money?.fen ?? 0n };
}

function aboutPayment(payment: BookedRow | undefined) {
  return { firm: payment?.firm ?? null, number: payment?.number ?? null, batchId: payment?.batchId ?? null };
}

function aboutBooking(booking: Awaited<ReturnType<typeof strayBookings>>[number] | undefined) {
  return {
    fileId: booking?.fileId ?? null,
    lineId: booking && booking.status !== "charge" ? booking.id : null,
    isSaid: (booking?.clearings.length ?? 0) > 0,
    reference: booking?.reference ?? null,
    problem: booking?.problem ?? null,
  };
}

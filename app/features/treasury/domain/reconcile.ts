import type { Fen } from "~/kernel/money";
import type { Side } from "./bank/bank-message";
import type { PaymentStatus } from "./payment-batch";

/** What the books and the bank's statement say of one payment. Fen; null where the statement says nothing. */
export type Booked = {
  id: string;
  status: PaymentStatus;
  netFen: Fen;
  /** debited by the statement */
  debitFen: Fen | null;
  /** credited back by the statement */
  creditFen: Fen | null;
  /** whether what came back waits for a decision about recovery */
  isAskedBack: boolean;
  /** whether a file of the bank answered for it */
  isAnswered: boolean;
};

/**
 * A booking of the statement that is no payment of ours: debits count as out, credits as in. `charge`: the bank's own fee.
 * `setAside`: a line that wasn't understood; where it is no booking or names no sum, 0 fen.
 */
export type Stray = { id: string; side: Side; fen: Fen; what: "booking" | "charge" | "setAside" };

/** Why books and statement differ. */
export const differenceKinds = [
  "unbooked",
  "byHand",
  "amountDiffers",
  "contradicts",
  "returnedAtBank",
  "partReturned",
  "recoveryOpen",
  "creditOnly",
  "strayDebit",
  "strayCredit",
  "bankCharge",
  "setAside",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Kinds that are listed without being explained: until two officers have said what a line was, it explains nothing (decision 202). */
export const unexplainedKinds: readonly DifferenceKind[] = ["setAside", "byHand", "strayDebit", "strayCredit"];

/** `fen` is what the books have out more than the bank. */
export type Difference = { kind: DifferenceKind; id: string; fen: Fen };

/** `unexplainedFen`: what is left when every difference with a reason is taken away; sums of either side don't make up for each other. */
export type Reconciliation = { booksFen: Fen; bankFen: Fen; differences: Difference[]; unexplainedFen: Fen };

/** Lays books and bank statement side by side; every difference is one payment or one booking, with its reason. */
export function reconcile(payments: readonly Booked[], strays: readonly Stray[]): Reconciliation {
  const own = payments.map((payment) => ({
    payment,
    books: payment.status === "paid" ? payment.netFen : 0n,
    bank: (payment.debitFen ?? 0n) - (payment.creditFen ?? 0n),
  }));
  const differences: Difference[] = own
    .filter(({ books, bank }) => books !== bank)
    .map(({ payment, books, bank }) => ({ kind: kindOf(payment), id: payment.id, fen: books - bank }));
  for (const stray of strays)
    differences.push({ kind: kindOfStray(stray), id: stray.id, fen: stray.side === "debit" ? -stray.fen : stray.fen });
  const booksFen = own.reduce((sum, { books }) => sum + books, 0n);
  const bankFen =
    own.reduce((sum, { bank }) => sum + bank, 0n) +
    strays.reduce((sum, { side, fen }) => sum + (side === "debit" ? fen : -fen), 0n);
  const listed = differences.reduce((sum, { fen }) => sum + fen, 0n);
  const open = differences
    .filter(({ kind }) => unexplainedKinds.includes(kind))
    .reduce((sum, { fen }) => sum + sizeOf(fen), 0n);
  return { booksFen, bankFen, differences, unexplainedFen: sizeOf(booksFen - bankFen - listed) + open };
}

function sizeOf(fen: Fen): Fen {
  return fen < 0n ? -fen : fen;
}

function kindOfStray({ what, side }: Stray): DifferenceKind {
  if (what === "setAside") return "setAside";
  if (what === "charge") return "bankCharge";
  return side === "debit" ? "strayDebit" : "strayCredit";
}

function kindOf({ status, debitFen, creditFen, isAnswered, isAskedBack }: Booked): DifferenceKind {
  if (debitFen === null) return creditFen !== null ? "creditOnly" : isAnswered ? "unbooked" : "byHand";
  if (status !== "paid") return "contradicts";
  if (creditFen === null) return "amountDiffers";
  if (isAskedBack) return "recoveryOpen";
  return creditFen < debitFen ? "partReturned" : "returnedAtBank";
}

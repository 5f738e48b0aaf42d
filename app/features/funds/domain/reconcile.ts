import type { Fen } from "~/kernel/money";
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

/** A booking of the statement that names no payment of ours: debits count as out, credits as in. */
export type Stray = { id: string; side: "debit" | "credit"; fen: Fen };

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
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** `fen` is what the books have out more than the bank. */
export type Difference = { kind: DifferenceKind; id: string; fen: Fen };

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
  for (const { id, side, fen } of strays)
    differences.push(side === "debit" ? { kind: "strayDebit", id, fen: -fen } : { kind: "strayCredit", id, fen });
  const booksFen = own.reduce((sum, { books }) => sum + books, 0n);
  const bankFen =
    own.reduce((sum, { bank }) => sum + bank, 0n) +
    strays.reduce((sum, { side, fen }) => sum + (side === "debit" ? fen : -fen), 0n);
  const explained = differences.reduce((sum, { fen }) => sum + fen, 0n);
  return { booksFen, bankFen, differences, unexplainedFen: booksFen - bankFen - explained };
}

function kindOf({ status, debitFen, creditFen, isAnswered, isAskedBack }: Booked): DifferenceKind {
  if (debitFen === null) return creditFen !== null ? "creditOnly" : isAnswered ? "unbooked" : "byHand";
  if (status !== "paid") return "contradicts";
  if (creditFen === null) return "amountDiffers";
  if (isAskedBack) return "recoveryOpen";
  return creditFen < debitFen ? "partReturned" : "returnedAtBank";
}

import type { Fen } from "~/kernel/money";
import type { LineStatus, Side } from "./bank/bank-message";

/** What a line of the bank was: of a payment, of a recovery, no money of the platform's, or no booking at all. */
export const meanings = ["payment", "repayment", "other", "remark"] as const;
export type Meaning = (typeof meanings)[number];

export type LineMoney = { side: Side; fen: Fen };

/** What a line moves at the bank; null where it is no booking. Lines from before directions were kept are debits where they say paid. */
export function moneyOfLine(line: { status: LineStatus; side: Side | null; amountFen: Fen | null }): LineMoney | null {
  const { status, side, amountFen } = line;
  if (amountFen === null || (status === "setAside" && side === null)) return null;
  return { side: side ?? (status === "paid" ? "debit" : "credit"), fen: amountFen };
}

/** What may be said of a line: a repayment comes in; a line that is no booking is a remark and nothing else. */
export function meaningsOf(money: LineMoney | null): Meaning[] {
  if (!money) return ["remark"];
  return money.side === "debit" ? ["payment", "other"] : ["payment", "repayment", "other"];
}

/** Whether a second person has to confirm what was said: wherever money was booked. */
export function needsSecond(meaning: Meaning): boolean {
  return meaning !== "remark";
}

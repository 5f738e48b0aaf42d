import type { Fen } from "~/kernel/money";
import type { PaymentStatus } from "../payment-batch";
import type { BankLine } from "./bank-message";

/** What a line of the bank leads to. `contradicts`: it says what cannot be, such as a payment of a batch that was never released. `excess`: more came back than is demanded. `recoveryOpen`: money came back that is asked back and not decided yet. */
export const outcomes = [
  "paid",
  "returned",
  "noted",
  "repeated",
  "amountDiffers",
  "contradicts",
  "unknown",
  "collected",
  "excess",
  "recoveryOpen",
] as const;
export type Outcome = (typeof outcomes)[number];

/** What is known of the payment a line names. `netFen` is what the bank was asked to transfer. */
export type Asked = { status: PaymentStatus; netFen: Fen; released: boolean };

/** Nothing is paid or returned twice, and a sum that differs moves nothing. */
export function outcomeOf(line: Pick<BankLine, "status" | "amountFen">, asked: Asked | null): Outcome {
  if (!asked) return "unknown";
  if (line.amountFen !== null && line.amountFen !== asked.netFen) return "amountDiffers";
  if (!asked.released || line.status === "received") return "contradicts";
  if (line.status === "pending") return "noted";
  if (line.status === asked.status) return "repeated";
  return moves(line.status, asked.status);
}

/** Whether a line says that a part of what was paid came back. */
export function isPartBack(line: Pick<BankLine, "status" | "amountFen">, { status, netFen, released }: Asked): boolean {
  return (
    line.status === "returned" &&
    status === "paid" &&
    released &&
    line.amountFen !== null &&
    line.amountFen > 0n &&
    line.amountFen < netFen
  );
}

function moves(said: "paid" | "returned", status: PaymentStatus): Outcome {
  if (status === "batched") return said;
  return said === "returned" && status === "paid" ? "returned" : "contradicts";
}

/** Reason codes of ISO 20022 that name the payee's account; another account is needed. */
export const accountCodes = [
  "AC01",
  "AC03",
  "AC04",
  "AC06",
  "AC07",
  "AC13",
  "AC14",
  "AC15",
  "BE01",
  "BE04",
  "BE05",
  "RC04",
  "RC08",
  "MD07",
];

export function needsAccount(reasonCode: string | null): boolean {
  return reasonCode !== null && accountCodes.includes(reasonCode);
}

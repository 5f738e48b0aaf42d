import type { Fen } from "~/kernel/money";
import type { PaymentStatus } from "../payment-batch";
import type { BankLine } from "./bank-message";

/**
 * What a line of the bank leads to. `contradicts`: it says what cannot be, such as a payment of a batch that was never
 * released. `excess`: more came back than is demanded. `recoveryOpen`: money came back that is asked back and not
 * decided yet. `charged`: the bank's own fee. `setAside`: it was not understood and moved nothing.
 */
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
  "charged",
  "setAside",
] as const;
export type Outcome = (typeof outcomes)[number];

/** What is known of the payment a line names. `netFen` is what the bank was asked to transfer. */
export type Asked = { status: PaymentStatus; netFen: Fen; released: boolean };

type Said = Pick<BankLine, "status" | "amountFen">;

/** Nothing is paid or returned twice, and a sum that differs moves nothing. */
export function outcomeOf(line: Said, asked: Asked | null): Outcome {
  const own = { charge: "charged", setAside: "setAside" } as const;
  if (line.status === "charge" || line.status === "setAside") return own[line.status];
  if (!asked) return "unknown";
  if (line.amountFen !== null && line.amountFen !== asked.netFen) return "amountDiffers";
  if (!asked.released || line.status === "received") return "contradicts";
  if (line.status === "pending") return "noted";
  return moves(line.status === "paid" ? "paid" : "returned", asked.status);
}

/** Whether a line says that money came back: refused, returned, or its debit taken back. */
export function isBack({ status }: Pick<BankLine, "status">): boolean {
  return status === "returned" || status === "reversed";
}

/** Whether a line says that a part of what was paid came back. */
export function isPartBack(line: Said, { status, netFen, released }: Asked): boolean {
  return (
    isBack(line) &&
    status === "paid" &&
    released &&
    line.amountFen !== null &&
    line.amountFen > 0n &&
    line.amountFen < netFen
  );
}

function moves(said: "paid" | "returned", status: PaymentStatus): Outcome {
  if (said === status) return "repeated";
  if (status === "batched") return said;
  return said === "returned" && status === "paid" ? "returned" : "contradicts";
}

/**
 * A line and the charge that its file tells beside it: where the sum is the payment's and the charge together, they are two
 * lines. Of money that came back the charge was kept.
 */
export function withoutCharge(line: BankLine, netFen: Fen | null): BankLine[] {
  const { chargeFen, ...rest } = line;
  if (chargeFen === undefined || netFen === null || line.amountFen === null || line.amountFen === netFen) return [rest];
  const transferFen = line.side === "debit" ? line.amountFen - chargeFen : line.amountFen + chargeFen;
  if (transferFen !== netFen) return [rest];
  return [
    { ...rest, amountFen: transferFen },
    { ...rest, amountFen: chargeFen, side: "debit", status: "charge", reasonCode: null },
  ];
}

const accounts = /^(\d{6})-(TREASURY|POOL)$/;

/**
 * Whether the account that a notification is about can be the one a payment was ordered from: the names we send are
 * compared, a bank's own numbers are the bank's.
 */
export function fitsAccount(account: string | undefined, regionCode: string, source: string | null): boolean {
  const found = accounts.exec(account ?? "");
  if (!found) return true;
  return found[1] === regionCode && (source === null || (found[2] === "POOL") === (source === "pool"));
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

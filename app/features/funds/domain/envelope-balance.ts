import type { Fen } from "~/kernel/money";
import { accounts, type Account, type Entry } from "./ledger";

export type EnvelopeBalance = Record<Account, Fen>;

/** Balance of each account of an envelope, in fen, from its entries. */
export function balanceOf(entries: readonly Entry[]): EnvelopeBalance {
  const balance: EnvelopeBalance = { granted: 0n, available: 0n, reserved: 0n, disbursed: 0n };
  for (const { account, amountFen } of entries) balance[account] += amountFen;
  return balance;
}

/** Whether an envelope still holds a sum that nobody else has been promised. */
export function canReserve(balance: Pick<EnvelopeBalance, "available">, fen: Fen): boolean {
  return fen > 0n && fen <= balance.available;
}

export type BalanceProblem = "unbalanced" | "overspent" | "negative-reserve" | "negative-disbursed";

/** What an envelope's accounts must never show; empty when they are right. */
export function balanceProblems(balance: EnvelopeBalance): BalanceProblem[] {
  const sum = accounts.reduce((total, account) => total + balance[account], 0n);
  const checks: [BalanceProblem, boolean][] = [
    ["unbalanced", sum !== 0n],
    ["overspent", balance.available < 0n],
    ["negative-reserve", balance.reserved < 0n],
    ["negative-disbursed", balance.disbursed < 0n],
  ];
  return checks.flatMap(([problem, found]) => (found ? [problem] : []));
}

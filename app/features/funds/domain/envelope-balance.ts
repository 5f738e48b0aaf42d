import type { Fen } from "~/kernel/money";
import { accounts, type Account, type Entry } from "./ledger";

export type EnvelopeBalance = Record<Account, Fen>;

/** Balance of each account of an envelope, in fen, from its entries. */
export function balanceOf(entries: readonly Entry[]): EnvelopeBalance {
  const balance = Object.fromEntries(accounts.map((account) => [account, 0n])) as EnvelopeBalance;
  for (const { account, amountFen } of entries) balance[account] += amountFen;
  return balance;
}

/** The sums kept beside an envelope. */
export type EnvelopeSums = {
  grantedFen: Fen;
  carriedFen: Fen;
  reservedFen: Fen;
  committedFen: Fen;
  disbursedFen: Fen;
  owedFen: Fen;
  earmarkedFen: Fen;
  advancedFen: Fen;
};

/** What nobody has been promised yet. */
export function availableOf(sums: EnvelopeSums): Fen {
  return (
    sums.grantedFen +
    sums.carriedFen -
    sums.reservedFen -
    sums.committedFen -
    sums.disbursedFen -
    sums.owedFen -
    sums.earmarkedFen -
    sums.advancedFen
  );
}

/** What can be taken back of a grant: no more than is free of it, and never what came from another year. */
export function reducibleOf({ grantedFen, availableFen }: { grantedFen: Fen; availableFen: Fen }): Fen {
  return availableFen < grantedFen ? availableFen : grantedFen;
}

/** The sums that entries lead to: what the database's trigger must have written. */
export function sumsOf(entries: readonly Entry[]): EnvelopeSums {
  const { granted, carried, reserved, committed, disbursed, owed, earmarked, advanced } = balanceOf(entries);
  return {
    grantedFen: -granted,
    carriedFen: -carried,
    reservedFen: reserved,
    committedFen: committed,
    disbursedFen: disbursed,
    owedFen: owed,
    earmarkedFen: earmarked,
    advancedFen: advanced,
  };
}

export type BalanceProblem = "unbalanced" | "overspent" | `negative-${Account}`;

const sources: readonly Account[] = ["granted", "carried"];

/** What an envelope's accounts must never show; empty when they are right. */
export function balanceProblems(balance: EnvelopeBalance): BalanceProblem[] {
  const sum = accounts.reduce((total, account) => total + balance[account], 0n);
  const below = accounts.filter(
    (account) => !sources.includes(account) && account !== "available" && balance[account] < 0n,
  );
  return [
    ...(sum === 0n ? [] : (["unbalanced"] as const)),
    ...(balance.available < 0n ? (["overspent"] as const) : []),
    ...below.map((account) => `negative-${account}` as const),
  ];
}

import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { amountOf, type AmountResult } from "./amount";
import { roomUnder, type Received } from "~/features/claims/domain/received";

/**
 * What an item brings a firm in a year beside what it received: as `amountOf`, cut to what the shared cap leaves. Never
 * below 0.
 */
export function claimedSum(item: PolicyItem, facts: Facts, received: Received, year: number): AmountResult {
  const sum = amountOf(item, facts, received);
  if (sum.fen === null) return sum;
  const { sharedCap } = item.amount;
  if (!sharedCap) return sum;
  const room = roomUnder(sharedCap, received, year);
  return { ...sum, fen: room < sum.fen ? room : sum.fen };
}

import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { fenFromYuan, type Fen } from "~/kernel/money";
import { amountOf, type AmountResult } from "./amount";
import { nothingReceived, roomUnder, type Received } from "~/features/claims/domain/received";

/**
 * What an item brings a firm in a year beside what it received: as `amountOf`, an item in instalments without the earlier
 * ones, all cut to what the shared cap leaves. Never below 0.
 */
export function claimedSum(item: PolicyItem, facts: Facts, received: Received, year: number): AmountResult {
  const sum = amountOf(item, facts, received);
  if (sum.fen === null) return sum;
  const { sharedCap, instalments } = item.amount;
  const bounds = [
    sum.fen,
    ...(sharedCap ? [roomUnder(sharedCap, received, year)] : []),
    ...(instalments ? [restOf(item, facts, received)] : []),
  ];
  return { ...sum, fen: bounds.reduce((a, b) => (b < a ? b : a)) };
}

function restOf(item: PolicyItem, facts: Facts, received: Received): Fen {
  const whole = amountOf(item, facts, nothingReceived).fen ?? 0n;
  const own = received.filter(({ itemId }) => itemId === item.id);
  const rest = whole - own.reduce((taken, { yuan }) => taken + fenFromYuan(yuan), 0n);
  return rest > 0n ? rest : 0n;
}

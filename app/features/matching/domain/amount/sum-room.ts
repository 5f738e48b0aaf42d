import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount } from "~/features/policies/domain/amount-schema";
import type { Fen } from "~/kernel/money";
import { amountOf, type AmountResult, type PricedItem } from "./amount";
import type { Received } from "~/features/claims/domain/received";

/**
 * What the text leaves an office to decide about a sum, in fen. `locked`: nothing, the sum is `fen`. `between`: a
 * ceiling, a floor, a range, or facts the sum hangs on that nobody knows; `mostFen` null: no
 * upper end.
 */
export type SumRoom = { kind: "locked"; fen: Fen } | { kind: "between"; leastFen: Fen; mostFen: Fen | null };

type Item = PricedItem & Pick<PolicyItem, "amount">;

/**
 * The room an item leaves for one firm. `usualFen` is the sum to start from: the rule's, or less where a shared cap or money
 * of other items cut it; nobody may be given more than it but where the text states a floor or a range that reaches higher.
 */
export function sumRoom(item: Item, facts: Facts, received: Received, usualFen: Fen | null): SumRoom {
  const rule = amountOf(item, facts, received);
  const { amount } = item;
  if (rule.fen === null || usualFen === null) return { kind: "between", leastFen: 1n, mostFen: rule.mostFen };
  if (amount.rangeYuan) return ranged(item, facts, received, usualFen);
  if (amount.atLeast) return { kind: "between", leastFen: usualFen, mostFen: null };
  if (amount.upTo) return { kind: "between", leastFen: 1n, mostFen: usualFen };
  return { kind: "locked", fen: usualFen };
}

/** Whether a sum is within the room. */
export function fitsRoom(room: SumRoom, fen: Fen): boolean {
  if (fen <= 0n) return false;
  if (room.kind === "locked") return fen === room.fen;
  return fen >= room.leastFen && (room.mostFen === null || fen <= room.mostFen);
}

/** A range of the whole sum, or of what is paid for each unit. A ceiling on top of it holds as well. */
function ranged(item: Item, facts: Facts, received: Received, usualFen: Fen): SumRoom {
  const [low, high] = (item.amount.rangeYuan ?? [0, 0]).map((yuan) => atYuan(item, yuan, facts, received));
  const leastFen = low?.fen ?? 1n;
  const top = high?.fen ?? null;
  const mostFen = item.amount.upTo && (top === null || top > usualFen) ? usualFen : top;
  return { kind: "between", leastFen: mostFen !== null && leastFen > mostFen ? 1n : leastFen, mostFen };
}

function atYuan(item: Item, yuan: number, facts: Facts, received: Received): AmountResult {
  const { amount } = item;
  const put: Amount =
    amount.kind === "perUnit" ? { ...amount, yuanPerUnit: yuan } : { ...withoutRule(amount), kind: "fixed", yuan };
  return amountOf({ ...item, amount: put }, facts, received);
}

function withoutRule({ upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap }: Amount) {
  return { upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap };
}

import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { add, decimalOf, zero, type Decimal } from "./decimal";

/** Sums already paid, in yuan, with exclusive group and shared cap of the item they were paid for, and the year; no year counts in every year. */
export type Received = readonly {
  itemId: string;
  exclusiveGroup: string | null;
  sharedCap?: string | null;
  year?: number;
  yuan: number;
}[];

export const nothingReceived: Received = [];

/** What a top-up deducts: everything received for items of its exclusive group, itself included; 0 for other items. */
export function receivedFor(item: Pick<PolicyItem, "id" | "topUp" | "exclusiveGroup">, received: Received): Decimal {
  if (!item.topUp) return zero;
  const counts = received.filter(
    (entry) =>
      entry.itemId === item.id || (item.exclusiveGroup !== null && entry.exclusiveGroup === item.exclusiveGroup),
  );
  return counts.reduce((sum, entry) => add(sum, decimalOf(entry.yuan)), zero);
}

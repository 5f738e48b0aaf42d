import type { PublishedItem } from "./published-catalogue";

/**
 * Whether firms are paid an item by a list of its office (免申即享): it pays money. An apply-free relief, credit or service is
 * had where it is claimed (a tax return, a bank, a tender) and never becomes a payment.
 */
export function isListed({ item, redemption }: Pick<PublishedItem, "item" | "redemption">): boolean {
  return redemption.workflow === "applyFree" && item.amount.effect === "payment";
}

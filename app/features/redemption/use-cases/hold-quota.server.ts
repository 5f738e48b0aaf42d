import {
  isChosen,
  isUsedUp,
  leftOf,
  quotaKey,
  quotaOf,
  sharersOf,
  type QuotaLeft,
} from "~/features/policies/domain/quota";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { itemName } from "~/features/policies/domain/item-name";
import type { QuotaNow } from "~/features/policies/domain/term-words";
import type { Fen } from "~/kernel/money";
import { sayYuan } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { grantedOf, lockQuota } from "../adapters/ranking.repository.server";

type Reading = Pick<Deps, "tx" | "catalogue">;

/** What a year left of an item's quota, which others may have with it; null where it has none. `except`: a case that doesn't count. */
export async function readQuotaLeft(
  { tx, catalogue }: Reading,
  published: PublishedItem,
  year: number,
  except: string | null = null,
): Promise<QuotaLeft | null> {
  const quota = quotaOf(published);
  if (!quota) return null;
  if (quota.per === "round") return leftOf(quota, { count: 0, fen: 0n });
  const itemIds = sharersOf(published, catalogue.items).map(({ item }) => item.id);
  return leftOf(quota, await grantedOf(tx, itemIds, quota.per === "year" ? year : null, except));
}

/** What is told of an item's quota in a year: what is left, and which others have it, too. */
export async function readQuotaNow(deps: Reading, published: PublishedItem, year: number): Promise<QuotaNow> {
  const others = sharersOf(published, deps.catalogue.items).filter(({ item }) => item.id !== published.item.id);
  return { left: await readQuotaLeft(deps, published, year), sharers: others.map(({ item }) => itemName(item)) };
}

/** @throws Refusal `applications.quota-used` (409) where first comers had all of it */
export async function requireQuota(deps: Reading, published: PublishedItem, year: number): Promise<void> {
  const left = isFirstCome(published) ? await readQuotaLeft(deps, published, year) : null;
  if (left && isUsedUp(left)) throw new Refusal("applications.quota-used");
}

/** Holds a quota until the transaction ends: nobody else decides on one of its items meanwhile. */
export function lockQuotaOf({ tx }: Pick<Deps, "tx">, published: PublishedItem): Promise<void> {
  return lockQuota(tx, quotaKey(published));
}

/**
 * Holds the quota of an item for a decision: what others had of it by now is known, and nobody else decides meanwhile. Call it with the
 * case and its firm's claims locked, before anything of money is. Items that are ranked or drawn are held by their selection.
 * @throws Refusal `redemption.quota-used` (409) where it leaves no place, `redemption.quota-short` where it leaves less money
 */
export async function holdQuota(
  deps: Reading,
  { id, itemId, year }: { id: string; itemId: string; year: number },
  fen: Fen,
): Promise<void> {
  const published = deps.catalogue.byId.get(itemId);
  if (!published || !isFirstCome(published)) return;
  await lockQuotaOf(deps, published);
  requireRoom(await readQuotaLeft(deps, published, year, id), 1, fen);
}

/** @throws Refusal `redemption.quota-used`, `redemption.quota-short` (409) */
export function requireRoom(left: QuotaLeft | null, count: number, fen: Fen): void {
  if (!left) return;
  if (left.count !== null && count > left.count) throw new Refusal("redemption.quota-used", 409, { left: left.count });
  if (left.fen !== null && fen > left.fen)
    throw new Refusal("redemption.quota-short", 409, { left: sayYuan(left.fen, "zh") });
}

function isFirstCome(published: PublishedItem): boolean {
  const quota = quotaOf(published);
  return quota !== null && !isChosen({ quota });
}

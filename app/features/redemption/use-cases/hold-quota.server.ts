import { isChosen, isUsedUp, leftOf, quotaOf, type QuotaLeft } from "~/features/policies/domain/quota";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import type { Fen } from "~/kernel/money";
import { sayYuan } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { grantedOf, lockQuota } from "../adapters/ranking.repository.server";

type Reading = Pick<Deps, "tx" | "catalogue">;
type Limited = Pick<PublishedItem, "item" | "redemption">;

/** What a year left of an item's quota; null where it has none. `except`: a case that doesn't count. */
export async function readQuotaLeft(
  { tx }: Pick<Deps, "tx">,
  published: Limited,
  year: number,
  except: string | null = null,
): Promise<QuotaLeft | null> {
  const quota = quotaOf(published);
  if (!quota) return null;
  const granted =
    quota.per === "round"
      ? { count: 0, fen: 0n }
      : await grantedOf(tx, published.item.id, quota.per === "year" ? year : null, except);
  return leftOf(quota, granted);
}

/** @throws Refusal `applications.quota-used` (409) where first comers had all of it */
export async function requireQuota(deps: Pick<Deps, "tx">, published: Limited, year: number): Promise<void> {
  const left = isFirstCome(published) ? await readQuotaLeft(deps, published, year) : null;
  if (left && isUsedUp(left)) throw new Refusal("applications.quota-used");
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
  await lockQuota(deps.tx, itemId);
  requireRoom(await readQuotaLeft(deps, published, year, id), 1, fen);
}

/** @throws Refusal `redemption.quota-used`, `redemption.quota-short` (409) */
export function requireRoom(left: QuotaLeft | null, count: number, fen: Fen): void {
  if (!left) return;
  if (left.count !== null && count > left.count) throw new Refusal("redemption.quota-used", 409, { left: left.count });
  if (left.fen !== null && fen > left.fen)
    throw new Refusal("redemption.quota-short", 409, { left: sayYuan(left.fen, "zh") });
}

function isFirstCome(published: Limited): boolean {
  const quota = quotaOf(published);
  return quota !== null && !isChosen({ quota });
}

import { fenFromYuan, type Fen } from "~/kernel/money";
import type { Quota } from "./claim-terms";
import type { PolicyItem } from "./policy-item";
import type { BatchRules, RedemptionConfig } from "./redemption-config";

/** What was granted of a quota so far. */
export type Granted = { count: number; fen: Fen };
/** What is left of a quota; null where it bounds no such thing. */
export type QuotaLeft = { count: number | null; fen: Fen | null };

type Limited = { item: Pick<PolicyItem, "quota">; redemption: Pick<RedemptionConfig, "batch"> };

/** The quota of a published item; a version published before items had one has it in its way of redemption. */
export function quotaOf({ item, redemption: { batch } }: Limited): Quota | null {
  if (item.quota) return item.quota;
  if (!batch) return null;
  const { quota, proRata } = batch;
  return {
    ...(quota === null ? {} : { count: quota }),
    per: "year",
    order: "ranking",
    ...(proRata ? { proRata } : {}),
  };
}

/** The items that have a quota together with one, in the order of the catalogue, itself among them; itself alone without a group. */
export function sharersOf<P extends Limited>(published: P, all: readonly P[]): P[] {
  const group = quotaOf(published)?.group;
  return group === undefined ? [published] : all.filter((each) => quotaOf(each)?.group === group);
}

/** What tells one quota from another. */
export function quotaKey({ item }: { item: Pick<PolicyItem, "id" | "quota"> }): string {
  return item.quota?.group === undefined ? item.id : `group ${item.quota.group}`;
}

/** Whether it is chosen who is paid, so that nobody's sum is sure before. */
export function isChosen({ quota }: Pick<PolicyItem, "quota">): boolean {
  return quota?.order === "ranking" || quota?.order === "lot";
}

/** The round of selection that a quota calls for; null where cases are decided one by one. */
export function roundOf(item: Pick<PolicyItem, "quota">): BatchRules | null {
  return isChosen(item) ? { quota: item.quota?.count ?? null, proRata: item.quota?.proRata ?? false } : null;
}

/** What is left of a quota after what was granted. */
export function leftOf({ count, poolYuan }: Quota, granted: Granted): QuotaLeft {
  return {
    count: count === undefined ? null : Math.max(0, count - granted.count),
    fen: poolYuan === undefined ? null : atLeastZero(fenFromYuan(poolYuan) - granted.fen),
  };
}

/** Whether nothing is left of a quota. */
export function isUsedUp({ count, fen }: QuotaLeft): boolean {
  return count === 0 || fen === 0n;
}

function atLeastZero(fen: Fen): Fen {
  return fen > 0n ? fen : 0n;
}

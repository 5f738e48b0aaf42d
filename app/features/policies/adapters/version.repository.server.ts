import type { Tx } from "~/platform/db.server";
import type { PolicyItem } from "../domain/policy-item";
import { readItem } from "~/features/policies/domain/stored-item";

export type ItemVersion = { number: number; publishedAt: Date; item: PolicyItem };

/** Versions of an item, the newest first. */
export async function findVersions(tx: Tx, itemId: string): Promise<ItemVersion[]> {
  const rows = await tx.policyItemVersion.findMany({
    where: { itemId },
    orderBy: { number: "desc" },
    take: 50,
    select: { number: true, publishedAt: true, content: true },
  });
  return rows.map(({ content, ...row }) => ({ ...row, item: readItem(content) }));
}

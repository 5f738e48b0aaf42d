import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import type { Advanced } from "./advance-case.server";

/** Tells the firm of a sum that is not the one computed, and why. */
export async function tellOfSum(deps: Pick<Deps, "tx" | "clock">, { row, advance }: Advanced): Promise<void> {
  const { approvedFen, sumReason } = advance.payload ?? {};
  if (approvedFen === undefined || sumReason === undefined) return;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: row.enterpriseId },
      kind: "case.sumDiffers",
      params: {
        item: itemName(row.item),
        sum: sayYuan(approvedFen, "zh"),
        computed: row.claimedFen === null ? null : sayYuan(row.claimedFen, "zh"),
        reason: sumReason,
      },
      href: `/firm/applications/${row.id}`,
      dedupKey: `sum:${row.id}:${row.version}`,
    },
  });
}

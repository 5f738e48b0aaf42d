import type { Received } from "~/features/matching/domain/received";
import type { Deps } from "~/platform/context.server";
import { paidByItem } from "../adapters/payment.repository.server";

/** What a firm has already been paid, in yuan by item: top-ups pay only the difference to it. */
export async function readReceived(deps: Pick<Deps, "tx" | "catalogue">, enterpriseId: string): Promise<Received> {
  const rows = await paidByItem(deps.tx, enterpriseId);
  return rows.map(({ itemId, paidFen }) => ({
    itemId,
    exclusiveGroup: deps.catalogue.byId.get(itemId)?.item.exclusiveGroup ?? null,
    yuan: Number(paidFen) / 100,
  }));
}

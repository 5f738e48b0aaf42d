import type { Received } from "~/features/matching/domain/received";
import type { Deps } from "~/platform/context.server";
import { paidByItem } from "../adapters/payment.repository.server";

/** What a firm has already been paid, in yuan by item and year: top-ups pay only the difference to it, shared caps are filled by it. */
export async function readReceived(deps: Pick<Deps, "tx" | "catalogue">, enterpriseId: string): Promise<Received> {
  const rows = await paidByItem(deps.tx, enterpriseId);
  return rows.map(({ itemId, year, paidFen }) => {
    const item = deps.catalogue.byId.get(itemId)?.item;
    return { itemId, year, exclusiveGroup: item?.exclusiveGroup ?? null, sharedCap: item?.amount.sharedCap?.group ?? null, yuan: Number(paidFen) / 100 };
  });
}

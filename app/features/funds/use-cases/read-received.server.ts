import { groupBy } from "~/kernel/group-by";
import type { Received } from "~/features/matching/domain/received";
import type { Deps } from "~/platform/context.server";
import { paidByItem } from "../adapters/payment.repository.server";

/** What a firm has already been paid, in yuan by item and year: top-ups pay only the difference to it, shared caps are filled by it. */
export async function readReceived(deps: Pick<Deps, "tx" | "catalogue">, enterpriseId: string): Promise<Received> {
  return (await readReceivedByFirm(deps, [enterpriseId])).get(enterpriseId) ?? [];
}

/** What each of these firms has already been paid; firms that were paid nothing are left out. */
export async function readReceivedByFirm(
  deps: Pick<Deps, "tx" | "catalogue">,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<string, Received>> {
  const rows = await paidByItem(deps.tx, enterpriseIds);
  const received = ({ itemId, year, paidFen }: (typeof rows)[number]) => {
    const item = deps.catalogue.byId.get(itemId)?.item;
    return {
      itemId,
      year,
      exclusiveGroup: item?.exclusiveGroup ?? null,
      sharedCap: item?.amount.sharedCap?.group ?? null,
      yuan: Number(paidFen) / 100,
    };
  };
  return new Map([...groupBy(rows, (row) => row.enterpriseId)].map(([id, paid]) => [id, paid.map(received)]));
}

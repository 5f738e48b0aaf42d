import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { availableIn, bearersOf } from "../adapters/envelope.repository.server";
import { mostPayable } from "../domain/choose-envelopes";

/** The most that the envelopes of an item and year can still pay, in fen; 0 where none has been made. */
export async function readPayable(
  { tx, catalogue }: Pick<Deps, "tx" | "catalogue">,
  { itemId, year }: { itemId: string; year: number },
): Promise<Fen> {
  const item = catalogue.byId.get(itemId)?.item;
  if (!item) return 0n;
  const { shares, candidates } = await bearersOf(tx, catalogue.registry.documentIdOf(itemId), itemId, year);
  const available = await availableIn(
    tx,
    candidates.map(({ id }) => id),
  );
  return mostPayable(
    shares,
    candidates.map((each) => ({ ...each, availableFen: available.get(each.id) ?? 0n })),
    { level: item.level, regionCode: item.region },
  );
}

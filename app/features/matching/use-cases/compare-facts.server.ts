import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { isOffered } from "~/features/policies/domain/offer";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { derivedFrom } from "~/features/enterprises/domain/derived-facts";
import { nothingReceived } from "~/features/claims/domain/received";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { amountOf } from "../domain/amount/amount";
import { slotValues } from "../domain/evaluate/fact-slots";
import { kleene } from "../domain/evaluate/kleene";
import { compiledCatalogue } from "./compiled-catalogue.server";

/** What other facts open and close for firms; `told` are pairs of firm and item that could not be told before and now can. */
export type Comparison = { opened: number; openedFen: Fen; closed: number; closedFen: Fen; told: number };

/** The items that are offered today and hang on one of these facts, also by a figure worked out from it. */
export function itemsHangingOn(
  { catalogue, clock }: Pick<Deps, "catalogue" | "clock">,
  facts: readonly string[],
): string[] {
  const today = shanghaiDay(clock.now());
  const asked = new Set(facts);
  const hangs = (fact: string) => asked.has(fact) || derivedFrom(fact).some((input) => asked.has(input));
  return catalogue.items
    .filter(({ item }) => isOffered(item, today) && factsOfItem(item).some(hangs))
    .map(({ item }) => item.id);
}

/** Judges firms by these items on the facts of before and after. Nothing is stored. */
export function compareFacts(
  { catalogue, clock }: Pick<Deps, "catalogue" | "clock">,
  itemIds: readonly string[],
  firms: readonly { before: Facts; after: Facts }[],
): Comparison {
  const compiled = compiledCatalogue(catalogue);
  const today = shanghaiDay(clock.now());
  const items = itemIds.flatMap((id) => compiled.byId.get(id) ?? []);
  const sum = { opened: 0, openedFen: 0n, closed: 0, closedFen: 0n, told: 0 };
  for (const { before, after } of firms) {
    const places = regionChain(catalogue.registry.regions, String(after["region"]));
    const [earlier, later] = [slotValues(before, compiled.slots), slotValues(after, compiled.slots)];
    for (const { item, test } of items.filter((each) => isForRegion(each.item, places))) {
      const [was, now] = [test(earlier, today), test(later, today)];
      if (was === now) continue;
      if (was === kleene.unknown) sum.told += 1;
      if (now === kleene.true) {
        sum.opened += 1;
        sum.openedFen += amountOf(item, after, nothingReceived).fen ?? 0n;
      } else if (was === kleene.true) {
        sum.closed += 1;
        sum.closedFen += amountOf(item, before, nothingReceived).fen ?? 0n;
      }
    }
  }
  return sum;
}

import { nameById } from "~/features/policies/domain/item-name";
import { yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import type { Combination } from "../domain/combination/combination";
import { firmCombination } from "../domain/combination/firm-combination";
import { readMatches } from "./read-matches.server";

/** What a firm should take this year, with the titles of what is taken and given up. */
export async function readCombination(deps: Pick<Deps, "tx" | "clock" | "catalogue">, enterpriseId: string) {
  const { matches, received, today } = await readMatches(deps, enterpriseId);
  const eligible = matches.filter(({ verdict }) => verdict === "eligible");
  const found = firmCombination(eligible, received, yearOf(today));
  const named = (id: string) => ({ id, title: nameById(deps.catalogue.byId, id) });
  const alone = new Map(eligible.map(({ item, fen }) => [item.id, fen ?? 0n]));
  const shownOf = ({ total, taken, givenUp }: Combination) => ({
    total,
    taken: taken.map(({ id, fen }) => ({ ...named(id), fen, alone: alone.get(id) ?? fen })),
    givenUp: givenUp.map(({ id, fen, why, instead }) => ({
      ...named(id),
      fen,
      why,
      instead: instead.map((other) => named(other).title),
    })),
  });
  return {
    cash: shownOf(found.cash),
    upTo: shownOf(found.upTo),
    nonCash: found.nonCash.map(named),
    unpriced: found.unpriced.map(named),
  };
}

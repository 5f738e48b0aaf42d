import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { readReceived } from "~/features/claims/use-cases/read-received.server";
import { itemSummary } from "~/features/policies/domain/item-summary";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { adviceOn, type Advice } from "../domain/advice/advice";
import type { Changeability } from "../domain/explain/changeability";
import { slotValues } from "../domain/evaluate/fact-slots";
import { totalsOf, type Totals } from "../domain/combination/match-totals";
import type { Language } from "~/features/policies/domain/value-words";
import { changeViews, type ChangeView } from "../domain/advice/change-view";
import { compiledCatalogue } from "./compiled-catalogue.server";
import { matchProfile, type OfferedMatch } from "./read-matches.server";

/** One item that is not the firm's due yet, ready for a page. `gainFen`: what the firm would receive more in all, by the item's nature. */
export type AdviceRow = {
  item: ReturnType<typeof itemSummary>;
  nature: Advice["nature"];
  how: Changeability;
  fen: bigint | null;
  mostFen: bigint | null;
  gainFen: bigint | null;
  effort: number;
  plans: ChangeView[][];
};

type Reading = Pick<Deps, "tx" | "clock" | "catalogue">;

/**
 * A firm's matches of today and, for every offered item that is not its due, the minimal changes that would make it so.
 * What a change brings is reckoned over the whole catalogue: the best combination with it less the one without it.
 */
export async function readAdvice(deps: Reading, enterpriseId: string, language: Language) {
  const [profile, received] = await Promise.all([readProfile(deps, enterpriseId), readReceived(deps, enterpriseId)]);
  const today = shanghaiDay(deps.clock.now());
  const year = yearOf(today);
  const { regionCode } = profile.enterprise;
  const place = (facts: typeof profile.facts) => matchProfile(deps.catalogue, { facts, regionCode, received }, today);
  const totalsWith = (matches: readonly OfferedMatch[]) =>
    totalsOf(
      matches.filter(({ verdict }) => verdict === "eligible"),
      received,
      year,
    );
  const { matches, doubtful } = place(profile.facts);
  const now = totalsWith(matches);
  const compiled = compiledCatalogue(deps.catalogue);
  const firm = { values: slotValues(profile.facts, compiled.slots), facts: profile.facts, today, received };
  const { registry } = deps.catalogue;
  const rows = matches.flatMap(({ item, verdict }): AdviceRow[] => {
    const executable = compiled.byId.get(item.id);
    if (verdict === "eligible" || !executable) return [];
    const advice = adviceOn(executable, firm, registry.facts);
    const isWithinReach = advice.how === "changeable" || advice.how === "time";
    const own = item.amount.rateUnknown ? null : advice.fen;
    const gainFen =
      own !== null && isWithinReach ? gainOf(advice.nature, now, totalsWith(place(advice.changed).matches)) : own;
    const plans = advice.plans.map((plan) => changeViews(plan, { registry, language, facts: profile.facts, today }));
    return [
      {
        item: itemSummary(item, registry),
        nature: advice.nature,
        how: advice.how,
        fen: advice.fen,
        mostFen: advice.mostFen,
        gainFen,
        effort: advice.plans[0]?.effort ?? 0,
        plans,
      },
    ];
  });
  return { profile, received, today, year, matches, doubtful, totals: now, rows };
}

function gainOf(nature: Advice["nature"], before: Totals, after: Totals): bigint | null {
  return nature === "nonCash" ? null : after[nature] - before[nature];
}

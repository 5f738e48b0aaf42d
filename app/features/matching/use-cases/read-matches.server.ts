import type { Fen } from "~/kernel/money";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { readReceived } from "~/features/claims/use-cases/read-received.server";
import { closesOn, windowOn } from "~/features/policies/domain/offer";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { isDoubtful, type ValidityState } from "~/features/policies/domain/validity";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { Deps } from "~/platform/context.server";
import { type AmountNature, natureOf } from "../domain/amount/amount-nature";
import type { Verdict } from "../domain/evaluate/kleene";
import { matchFirm, type ItemMatch } from "../domain/matches/match-firm";
import type { Received } from "~/features/claims/domain/received";
import { compiledCatalogue } from "./compiled-catalogue.server";

/** An offered item as it stands for one firm today. */
export type OfferedMatch = {
  item: PolicyItem;
  verdict: Verdict;
  fen: Fen | null;
  nature: AmountNature;
  missing: readonly string[];
  closesOn: PlainDate | null;
  window: "always" | "open" | "closed";
};

/** An item of which nobody can say that it is in force, as it would stand for one firm: without a sum. */
export type DoubtfulMatch = { item: PolicyItem; verdict: Verdict; state: ValidityState };

/** Matches a firm, or a hypothetical one, with its place's items: those offered today, and apart those that may not be in force. */
export function matchProfile(
  catalogue: PublishedCatalogue,
  profile: { facts: Facts; regionCode: string; received: Received },
  today: PlainDate,
): { matches: OfferedMatch[]; doubtful: DoubtfulMatch[] } {
  const compiled = compiledCatalogue(catalogue);
  const all = matchFirm(compiled, profile.facts, profile.regionCode, today, profile.received);
  return {
    matches: all.filter((match) => match.offered).flatMap((match) => offeredMatch(catalogue, match, today)),
    doubtful: all
      .filter(({ validity }) => isDoubtful(validity))
      .flatMap(({ itemId, verdict, validity }) => {
        const item = catalogue.byId.get(itemId)?.item;
        return item ? [{ item, verdict, state: validity }] : [];
      }),
  };
}

function offeredMatch(catalogue: PublishedCatalogue, match: ItemMatch, today: PlainDate): OfferedMatch[] {
  const item = catalogue.byId.get(match.itemId)?.item;
  if (!item) return [];
  return [
    {
      item,
      verdict: match.verdict,
      fen: match.amount?.fen ?? null,
      nature: natureOf(item),
      missing: match.missing,
      closesOn: closesOn(item, today),
      window: windowOn(item, today),
    },
  ];
}

/** Everything offered to a registered firm today, and apart what may not be in force. */
export async function readMatches(deps: Pick<Deps, "tx" | "clock" | "catalogue">, enterpriseId: string) {
  const [profile, received] = await Promise.all([readProfile(deps, enterpriseId), readReceived(deps, enterpriseId)]);
  const today = shanghaiDay(deps.clock.now());
  const input = { facts: profile.facts, regionCode: profile.enterprise.regionCode, received };
  return { profile, received, today, ...matchProfile(deps.catalogue, input, today) };
}

import type { Fen } from "~/kernel/money";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { readReceived } from "~/features/funds/use-cases/read-received.server";
import { closesOn, windowOn } from "~/features/policies/domain/catalogue";
import type { Facts, PolicyItem } from "~/features/policies/domain/policy-item";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { Deps } from "~/platform/context.server";
import type { AmountNature } from "../domain/amount-nature";
import type { Verdict } from "../domain/kleene";
import { matchFirm, type ItemMatch } from "../domain/match-firm";
import { natureOf } from "../domain/amount-nature";
import type { Received } from "../domain/received";
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

/** Matches a firm, or a hypothetical one, with everything offered in its place today. */
export function matchProfile(
  catalogue: PublishedCatalogue,
  profile: { facts: Facts; regionCode: string; received: Received },
  today: PlainDate,
): OfferedMatch[] {
  const compiled = compiledCatalogue(catalogue);
  return matchFirm(compiled, profile.facts, profile.regionCode, today, profile.received)
    .filter((match) => match.offered)
    .flatMap((match) => offeredMatch(catalogue, match, today));
}

function offeredMatch(catalogue: PublishedCatalogue, match: ItemMatch, today: PlainDate): OfferedMatch[] {
  const item = catalogue.byId.get(match.itemId)?.item;
  if (!item) return [];
  return [
    {
      item,
      verdict: match.verdict,
      fen: match.amount?.fen ?? null,
      nature: natureOf(item.amount),
      missing: match.missing,
      closesOn: closesOn(item, today),
      window: windowOn(item, today),
    },
  ];
}

/** Everything offered to a registered firm today. */
export async function readMatches(deps: Pick<Deps, "tx" | "clock" | "catalogue">, enterpriseId: string) {
  const [profile, received] = await Promise.all([readProfile(deps, enterpriseId), readReceived(deps, enterpriseId)]);
  const today = shanghaiDay(deps.clock.now());
  const input = { facts: profile.facts, regionCode: profile.enterprise.regionCode, received };
  return { profile, received, today, matches: matchProfile(deps.catalogue, input, today) };
}

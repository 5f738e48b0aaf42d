import { shanghaiDay } from "~/kernel/plain-date";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { isConcerned } from "~/features/policies/domain/concern";
import { isInForce } from "~/features/policies/domain/validity";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import type { Deps } from "~/platform/context.server";
import { progressByGroup } from "../domain/profile";
import { readProfile } from "./read-profile.server";

/** A firm's profile by groups, with how much of each is known, counted over what the policies of its place use. */
export async function readProfileGroups(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseId: string,
  language: "zh" | "en",
) {
  const profile = await readProfile(deps, enterpriseId);
  const { registry, items } = deps.catalogue;
  const used = usedFacts(deps, profile.enterprise.regionCode, items);
  const relevant = new Map(
    [...registry.facts].filter(([name, definition]) => used.has(name) && isConcerned(definition, profile.facts)),
  );
  const progress = new Map(progressByGroup(relevant, profile.facts).map((each) => [each.group, each]));
  const groups = registry.groups.flatMap((group) => {
    const own = progress.get(group.key);
    return own ? [{ key: group.key, label: group[language], known: own.known, asked: own.asked }] : [];
  });
  return { profile, used, groups };
}

function usedFacts(
  deps: Pick<Deps, "clock" | "catalogue">,
  regionCode: string,
  items: Deps["catalogue"]["items"],
): Set<string> {
  const chain = regionChain(deps.catalogue.registry.regions, regionCode);
  const today = shanghaiDay(deps.clock.now());
  return new Set(
    items
      .filter(({ item }) => isForRegion(item, chain) && isInForce(item, today))
      .flatMap(({ item }) => factsOfItem(item)),
  );
}

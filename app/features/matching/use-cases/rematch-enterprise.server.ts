import { reportingYear } from "~/features/enterprises/domain/profile";
import type { Deps } from "~/platform/context.server";
import type { MatchCause } from "~/features/policies/domain/match-cause";
import { storedMatches, lockFirms } from "../adapters/match.repository.server";
import { writeWideRows } from "../adapters/wide.repository.server";
import { changesBetween, type StoredMatch, type MatchChange } from "../domain/matches/match-changes";
import { readMatches, type OfferedMatch } from "./read-matches.server";
import { storeRematch } from "./store-rematch.server";

/**
 * Matches one firm anew, stores what differs, and has the firm told. Its row of the wide table is brought up to date with
 * it. Running it again without a change does nothing.
 */
export async function rematchEnterprise(deps: Deps, enterpriseId: string, cause: MatchCause): Promise<MatchChange[]> {
  await lockFirms(deps.tx, [enterpriseId]);
  const before = await storedMatches(deps.tx, { enterpriseId });
  const { matches, profile, today } = await readMatches(deps, enterpriseId);
  await writeWideRows(
    deps.tx,
    [{ enterpriseId, facts: profile.facts, year: reportingYear(today) }],
    deps.catalogue.registry.facts,
  );
  const after = matches.flatMap((match) => known(deps, match));
  const changes = changesBetween(before, after);
  await storeRematch(
    deps,
    [{ enterpriseId, profileVersion: profile.enterprise.version, before, after, changes }],
    cause,
  );
  return changes;
}

function known({ catalogue }: Deps, { item, verdict, fen, nature }: OfferedMatch): StoredMatch[] {
  const itemVersionId = catalogue.byId.get(item.id)?.versionId;
  if (verdict === "ineligible" || !itemVersionId) return [];
  return [{ itemId: item.id, verdict, fen, nature, itemVersionId }];
}

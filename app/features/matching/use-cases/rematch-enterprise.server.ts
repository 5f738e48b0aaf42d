import { sayYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue, type MatchCause } from "~/platform/outbox.server";
import { knownMatches, noteReach, storeChanges, storeMatches } from "../adapters/match.repository.server";
import { changesBetween, type KnownMatch, type MatchChange } from "../domain/match-changes";
import { readMatches, type OfferedMatch } from "./read-matches.server";

/**
 * Matches one firm anew, stores what differs, and has the firm told of what opened or changed its sum, once each.
 * Running it again without a change does nothing.
 */
export async function rematchEnterprise(deps: Deps, enterpriseId: string, cause: MatchCause): Promise<MatchChange[]> {
  const now = deps.clock.now();
  const before = await knownMatches(deps.tx, enterpriseId);
  const { matches } = await readMatches(deps, enterpriseId);
  const after = matches.flatMap((match) => known(deps, match));
  const changes = changesBetween(before, after);
  await storeMatches(deps.tx, enterpriseId, before, after, now);
  await storeChanges(deps.tx, enterpriseId, changes, cause, now);
  await tell(deps, enterpriseId, changes.filter((change) => change.kind !== "closed"), now);
  return changes;
}

function known({ catalogue }: Deps, { item, verdict, fen, nature }: OfferedMatch): KnownMatch[] {
  const itemVersionId = catalogue.byId.get(item.id)?.versionId;
  if (verdict === "ineligible" || !itemVersionId) return [];
  return [{ itemId: item.id, verdict, fen, nature, itemVersionId }];
}

/** Above this many at once (a firm that has just registered) one notice names the count instead of each item. */
const singly = 3;

async function tell(deps: Deps, enterpriseId: string, changes: readonly MatchChange[], now: Date): Promise<void> {
  if (changes.length === 0) return;
  await noteReach(deps.tx, enterpriseId, changes.map((change) => change.itemId), "pushed", now);
  if (changes.length > singly) return tellTogether(deps, enterpriseId, changes, now);
  for (const change of changes) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { enterpriseId },
        kind: change.kind === "opened" ? "matchOpened" : "matchAmount",
        params: { item: deps.catalogue.byId.get(change.itemId)?.item.title ?? change.itemId, sum: said(change) },
        href: `/firm/matches/${change.itemId}`,
        dedupKey: `match:${change.itemId}:${change.itemVersionId}:${change.kind}:${change.to ?? "open"}`,
      },
    });
  }
}

function tellTogether(deps: Deps, enterpriseId: string, changes: readonly MatchChange[], now: Date): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId },
      kind: "matchesOpened",
      params: { count: changes.length },
      href: "/firm/matches",
      dedupKey: `matches:${now.toISOString()}`,
    },
  });
}

function said({ to, nature }: MatchChange): string | null {
  return to === null || nature === "nonCash" ? null : sayYuan(to, "zh");
}

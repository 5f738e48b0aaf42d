import { nameById } from "~/features/policies/domain/item-name";
import { sayYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import type { MatchCause } from "~/features/policies/domain/match-cause";
import { enqueueAll } from "~/platform/outbox.server";
import { noteReach, storeChanges, storeMatches, type FirmRematch } from "../adapters/match.repository.server";
import type { MatchChange } from "../domain/matches/match-changes";

/** Stores what differs and has the firms told of what opened or changed its sum, once each. Nothing for what stayed. */
export async function storeRematch(deps: Deps, rematches: readonly FirmRematch[], cause: MatchCause): Promise<void> {
  const now = deps.clock.now();
  await storeMatches(deps.tx, rematches, now);
  await storeChanges(deps.tx, rematches, cause, now);
  const changed = rematches.map(({ enterpriseId, changes }) => ({
    enterpriseId,
    changes: changes.filter((change) => change.kind !== "closed"),
  }));
  await noteReach(
    deps.tx,
    changed.flatMap(({ enterpriseId, changes }) => changes.map(({ itemId }) => ({ enterpriseId, itemId }))),
    "pushed",
    now,
  );
  const orders = changed.flatMap(({ enterpriseId, changes }) => noticesFor(deps, enterpriseId, changes, now));
  await enqueueAll(
    deps,
    orders.map((payload) => ({ topic: "notice", payload })),
  );
}

/** Above this many at once (a firm that has just registered) one notice names the count instead of each item. */
const singly = 3;

function noticesFor(deps: Deps, enterpriseId: string, changes: readonly MatchChange[], now: Date): NoticeOrder[] {
  if (changes.length > singly) {
    return [
      {
        to: { enterpriseId },
        kind: "matchesOpened",
        params: { count: changes.length },
        href: "/firm/matches",
        dedupKey: `matches:${now.toISOString()}`,
      },
    ];
  }
  return changes.map((change) => ({
    to: { enterpriseId },
    kind: change.kind === "opened" ? "matchOpened" : "matchAmount",
    params: { item: nameById(deps.catalogue.byId, change.itemId), sum: said(change) },
    href: `/firm/matches/${change.itemId}`,
    dedupKey: `match:${change.itemId}:${change.itemVersionId}:${change.kind}:${change.to ?? "open"}`,
  }));
}

function said({ to, nature }: MatchChange): string | null {
  return to === null || nature === "nonCash" ? null : sayYuan(to, "zh");
}

import { createHash } from "node:crypto";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { quotaOf, sharersOf } from "~/features/policies/domain/quota";
import { rank, whyNot, type Candidate } from "../domain/ranking";
import { readQuotaLeft } from "./hold-quota.server";
import { standingOf, type Official, type StoredLine, type Waiting } from "./selection-bounds.server";

type Round = { published: PublishedItem; year: number; waiting: readonly Waiting[]; poolFen: bigint };

/**
 * Puts what waits, of all items that have the quota together, into its order and divides the pool; `seed` is what lots
 * were drawn with, null where none were.
 */
export async function rankWaiting(
  deps: Official,
  { published, year, waiting, poolFen }: Round,
): Promise<{ lines: StoredLine[]; seed: string | null }> {
  const quota = quotaOf(published);
  const seed = quota?.order === "lot" ? deps.random.uuid() : null;
  const barred = new Map<string, string>();
  const standing: Candidate[] = [];
  const sharers = sharersOf(published, deps.catalogue.items);
  for (const each of waiting) {
    const { fen, barred: why } = await standingOf(deps, itemOf(each, published, sharers), year, each);
    if (why) barred.set(each.id, why);
    standing.push({
      applicationId: each.id,
      score: meanOf(each.scores),
      submittedAt: each.submittedAt ?? new Date(0),
      fen,
      ...(seed === null ? {} : { draw: drawn(seed, each.number ?? each.id) }),
    });
  }
  const places = (await readQuotaLeft(deps, published, year))?.count ?? null;
  const lines = rank(standing, { quota: places, proRata: quota?.proRata ?? false }, poolFen);
  return {
    seed,
    lines: lines.map((line) => ({
      ...line,
      barred:
        barred.get(line.applicationId) ??
        whyNot(line, lines, { places, poolFen, shared: sharers.length > 1 }) ??
        undefined,
      fen: line.fen.toString(),
      approvedFen: line.approvedFen.toString(),
    })),
  };
}

function itemOf({ itemId }: Waiting, published: PublishedItem, sharers: readonly PublishedItem[]): PolicyItem {
  return (sharers.find(({ item }) => item.id === itemId) ?? published).item;
}

/** A number for one of those that are drawn: anybody who knows the seed can work it out again from the number of the case. */
function drawn(seed: string, number: string): string {
  return createHash("sha256").update(`${seed}:${number}`).digest("hex").slice(0, 16);
}

/** The mean of a panel's scores, to two places; null without any. */
export function meanOf(scores: readonly { score: number }[]): number | null {
  return scores.length === 0
    ? null
    : Math.round((scores.reduce((sum, each) => sum + each.score, 0) / scores.length) * 100) / 100;
}

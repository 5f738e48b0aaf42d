import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { readPayable } from "~/features/funds/use-cases/read-payable.server";
import { takenUntil } from "~/features/policies/domain/offer";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import type { Prisma } from "~/generated/prisma/client";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import {
  addRound,
  candidates,
  decideRound,
  openRound,
  stillReviewed,
  waitingItems,
} from "../adapters/ranking.repository.server";
import type { CaseRow } from "../adapters/case.repository.server";
import { rank, whyLess } from "../domain/ranking";
import { advanceCase } from "./advance-case.server";
import { officeOf } from "./office-of.server";
import {
  holdSelected,
  quotaLeft,
  requirePayable,
  standingOf,
  type Official,
  type StoredLine,
} from "./selection-bounds.server";

/** The item whose selection the own office makes. @throws Refusal `request.not-found` (404) */
function ownItem({ catalogue, actor }: Pick<Official, "catalogue" | "actor">, itemId: string): PublishedItem {
  const office = officeOf(actor);
  const published = catalogue.byId.get(itemId);
  if (
    !published ||
    published.redemption.leadDepartmentId !== office.departmentId ||
    published.redemption.regionCode !== office.regionCode
  )
    throw new Refusal("request.not-found", 404);
  return published;
}

/** Items of the own office that wait for their selection. */
export async function readSelections(deps: Pick<Official, "tx" | "catalogue" | "actor">) {
  const rows = await waitingItems(deps.tx, officeOf(deps.actor));
  return rows.map((row) => ({ ...row, title: deps.catalogue.byId.get(row.itemId)?.item.title ?? row.itemId }));
}

/** What waits for the selection of an item, and the proposal that lies before the second person. */
export async function readSelection(deps: Pick<Official, "tx" | "catalogue" | "actor">, itemId: string, year: number) {
  const { item, redemption } = ownItem(deps, itemId);
  const [waiting, reviewed, round] = [
    await candidates(deps.tx, itemId, year),
    await stillReviewed(deps.tx, itemId, year),
    await openRound(deps.tx, itemId, year),
  ];
  const names = new Map(waiting.map((each) => [each.id, each]));
  const lines = ((round?.lines ?? []) as unknown as StoredLine[]).map((line) => ({
    ...line,
    fen: BigInt(line.fen),
    approvedFen: BigInt(line.approvedFen),
    number: names.get(line.applicationId)?.number ?? "",
    firm: names.get(line.applicationId)?.enterprise.name ?? "",
  }));
  return {
    title: item.title,
    rules: redemption.batch ?? null,
    quotaLeft: await quotaLeft(deps, itemId, year, redemption),
    payableFen: await readPayable(deps, { itemId, year }),
    reviewed,
    waiting: waiting.map((each) => ({
      id: each.id,
      number: each.number,
      firm: each.enterprise.name,
      fen: each.approvedFen ?? 0n,
      score: meanOf(each.scores),
    })),
    round: round && {
      id: round.id,
      poolFen: round.poolFen,
      proposedAt: round.proposedAt,
      own: round.proposedById === deps.actor.userId,
      lines,
    },
  };
}

function meanOf(scores: readonly { score: number }[]): number | null {
  return scores.length === 0
    ? null
    : Math.round((scores.reduce((sum, each) => sum + each.score, 0) / scores.length) * 100) / 100;
}

/**
 * Ranks what waits and proposes who is paid what out of the pool.
 * @throws Refusal `request.not-found` (404), `redemption.sum-wrong`, `redemption.list-empty` (422),
 *   `redemption.window-open`, `redemption.still-reviewed`, `redemption.round-open`, `redemption.pool-over` (409)
 */
export async function proposeSelection(
  deps: Official,
  { itemId, year, poolFen }: { itemId: string; year: number; poolFen: bigint },
): Promise<void> {
  const { item, redemption } = ownItem(deps, itemId);
  const today = shanghaiDay(deps.clock.now());
  if (poolFen <= 0n) throw new Refusal("redemption.sum-wrong", 422);
  const closes = takenUntil(item, year, today);
  if (closes !== null && closes >= today) throw new Refusal("redemption.window-open", 409, { day: closes });
  if (await openRound(deps.tx, itemId, year)) throw new Refusal("redemption.round-open");
  const [waiting, reviewed] = [await candidates(deps.tx, itemId, year), await stillReviewed(deps.tx, itemId, year)];
  if (reviewed > 0) throw new Refusal("redemption.still-reviewed", 409, { count: reviewed });
  if (waiting.length === 0) throw new Refusal("redemption.list-empty", 422);
  await requirePayable(deps, itemId, year, poolFen);
  const barred = new Map<string, string>();
  const standing = [];
  for (const each of waiting) {
    const { fen, barred: why } = await standingOf(deps, item, year, each);
    if (why) barred.set(each.id, why);
    standing.push({
      applicationId: each.id,
      score: meanOf(each.scores),
      submittedAt: each.submittedAt ?? new Date(0),
      fen,
    });
  }
  const rules = redemption.batch ?? { quota: null, proRata: false };
  const lines = rank(standing, { ...rules, quota: await quotaLeft(deps, itemId, year, redemption) }, poolFen);
  const stored = lines.map((line): StoredLine => ({
    ...line,
    barred: barred.get(line.applicationId),
    fen: line.fen.toString(),
    approvedFen: line.approvedFen.toString(),
  }));
  await addRound(deps.tx, {
    itemId,
    year,
    ...officeOf(deps.actor),
    poolFen,
    lines: stored as unknown as Prisma.InputJsonValue,
    status: "proposed",
    proposedById: deps.actor.userId,
    proposedAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "selection.proposed",
    subject: { type: "policyItem", id: itemId },
    after: { year, poolFen: poolFen.toString(), lines: stored },
  });
}

/**
 * The second person's word on a proposal: chosen cases go on with their sum, the others are refused with their rank.
 * @throws Refusal `request.not-found` (404), `redemption.same-person`, `redemption.pool-over`, `applications.claimed` (409)
 */
export async function decideSelection(
  deps: Official,
  { itemId, year, confirm }: { itemId: string; year: number; confirm: boolean },
): Promise<void> {
  const { item } = ownItem(deps, itemId);
  const round = await openRound(deps.tx, itemId, year);
  if (!round) throw new Refusal("request.not-found", 404);
  if (confirm && round.proposedById === deps.actor.userId) throw new Refusal("redemption.same-person");
  const decided = await decideRound(deps.tx, round.id, {
    status: confirm ? "confirmed" : "dropped",
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
  });
  if (!decided) throw new Refusal("applications.version-conflict");
  await recordAudit(deps, {
    action: confirm ? "selection.confirmed" : "selection.dropped",
    subject: { type: "policyItem", id: itemId },
    after: { year, round: round.id },
  });
  if (!confirm) return;
  const lines = round.lines as unknown as StoredLine[];
  const held = await holdSelected(deps, { item, year, roundId: round.id }, lines);
  for (const line of lines) await carryLine(deps, round.id, line, held.get(line.applicationId));
}

async function carryLine(
  deps: Official,
  roundId: string,
  { applicationId, rank: place, selected, fen: fullFen, approvedFen, barred }: StoredLine,
  held: CaseRow | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const fen = BigInt(approvedFen);
  const by = { actorId: deps.actor.userId };
  const sumReason = whyLess({ fen: BigInt(fullFen), approvedFen: fen }, held?.approvedFen ?? 0n);
  const less = sumReason === null ? {} : { sumReason };
  const reason = barred ?? `年度择优第 ${place} 名，未入选。`;
  await advanceCase(deps, {
    where: { id: applicationId },
    held,
    idempotencyKey: `selection:${roundId}`,
    ...(selected
      ? {
          event: { type: "SELECTED" as const, ...by },
          payload: { approvedFen: fen, ...less },
          set: { approvedFen: fen, ...less },
        }
      : {
          event: { type: "NOT_SELECTED" as const, ...by },
          payload: { reason },
          set: { rejectionReason: reason, decidedAt: now, closedAt: now },
        }),
  });
}

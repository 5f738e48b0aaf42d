import { recordAudit } from "~/features/redemption/audited.server";
import { itemName, nameById } from "~/features/policies/domain/item-name";
import { takenUntil } from "~/features/policies/domain/offer";
import { quotaKey, quotaOf, sharersOf } from "~/features/policies/domain/quota";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { groupBy } from "~/kernel/group-by";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { enqueue } from "~/platform/outbox.server";
import {
  addRound,
  candidates,
  decideRound,
  openRound,
  openRounds,
  stillReviewed,
  waitingItems,
} from "../adapters/ranking.repository.server";
import type { CaseRow } from "../adapters/case.repository.server";
import { whyLess } from "../domain/ranking";
import { selectionHref, selectionId } from "../domain/selection-subject";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import { keepSelections } from "./selection-work.server";
import { readQuotaLeft } from "./hold-quota.server";
import { meanOf, rankWaiting } from "./rank-waiting.server";
import { advanceCase } from "./advance-case.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { holdSelected, readMost, requirePayable, type Official, type StoredLine } from "./selection-bounds.server";
import { toJson } from "~/platform/json-column";
import { storedListOf } from "~/kernel/stored";

const readLines = storedListOf<StoredLine>("line of a selection", "applicationId", "fen", "approvedFen");

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

/** The items that are chosen from together with one: those that have its quota, too. */
function idsChosen({ catalogue }: Pick<Official, "catalogue">, published: PublishedItem): string[] {
  return sharersOf(published, catalogue.items).map(({ item }) => item.id);
}

/** Selections that the own office has to make, with what is next: a proposal, the word of this person on one, or of another. */
export async function readSelections(deps: Pick<Official, "tx" | "catalogue" | "actor">) {
  const { byId } = deps.catalogue;
  const keyOf = (itemId: string) => {
    const published = byId.get(itemId);
    return published ? quotaKey(published) : itemId;
  };
  const rows = await waitingItems(deps.tx, officeOf(deps.actor));
  const proposed = await openRounds(deps.tx, officeOf(deps.actor));
  return [...groupBy(rows, ({ itemId, year }) => `${keyOf(itemId)} ${year}`).values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const { itemId, year } = first;
    const round = proposed.find((each) => keyOf(each.itemId) === keyOf(itemId) && each.year === year);
    return {
      ...{ itemId, year },
      count: together.reduce((sum, row) => sum + row.count, 0),
      titles: together.map((row) => nameById(byId, row.itemId)),
      next: !round ? "propose" : round.proposedById === deps.actor.userId ? "other" : "confirm",
    } as const;
  });
}

/** What waits for the selection of an item, and the proposal that lies before the second person. */
export async function readSelection(deps: Pick<Official, "tx" | "catalogue" | "actor">, itemId: string, year: number) {
  const published = ownItem(deps, itemId);
  const quota = quotaOf(published);
  const itemOf = (id = "") => nameById(deps.catalogue.byId, id);
  const itemIds = idsChosen(deps, published);
  const [waiting, reviewed, round] = [
    await candidates(deps.tx, itemIds, year),
    await stillReviewed(deps.tx, itemIds, year),
    await openRound(deps.tx, itemIds, year),
  ];
  const names = new Map(waiting.map((each) => [each.id, each]));
  const lines = readLines(round?.lines ?? []).map((line) => ({
    ...line,
    fen: BigInt(line.fen),
    approvedFen: BigInt(line.approvedFen),
    number: names.get(line.applicationId)?.number ?? "",
    firm: names.get(line.applicationId)?.enterprise.name ?? "",
    item: itemOf(names.get(line.applicationId)?.itemId),
  }));
  return {
    titles: itemIds.map(itemOf),
    quota: quota && { order: quota.order, per: quota.per, count: quota.count ?? null, proRata: quota.proRata ?? false },
    quotaLeft: (await readQuotaLeft(deps, published, year))?.count ?? null,
    payableFen: await readMost(deps, published, year),
    reviewed,
    waiting: waiting.map((each) => ({
      id: each.id,
      number: each.number,
      firm: each.enterprise.name,
      item: itemOf(each.itemId),
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

/**
 * Ranks what waits and proposes who is paid what out of the pool.
 * @throws Refusal `request.not-found` (404), `redemption.pool-missing`, `redemption.list-empty` (422),
 *   `redemption.window-open`, `redemption.still-reviewed`, `redemption.round-open`, `redemption.pool-over` (409)
 */
export async function proposeSelection(
  deps: Official,
  { itemId, year, poolFen }: { itemId: string; year: number; poolFen: bigint },
): Promise<void> {
  const published = ownItem(deps, itemId);
  if (poolFen <= 0n) throw new Refusal("redemption.pool-missing", 422);
  const waiting = await readReady(deps, published, year);
  await requirePayable(deps, published, year, poolFen);
  const { lines: stored, seed } = await rankWaiting(deps, { published, year, waiting, poolFen });
  const roundId = await addRound(deps.tx, {
    itemId,
    year,
    ...officeOf(deps.actor),
    poolFen,
    lines: toJson(stored),
    status: "proposed",
    proposedById: deps.actor.userId,
    proposedAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "selection.proposed",
    subject: { type: "policyItem", id: itemId },
    after: { year, poolFen: poolFen.toString(), lines: stored, ...(seed === null ? {} : { seed }) },
  });
  await keepSelections(deps);
  await tellSecondPerson(deps, published, { year, roundId });
}

/** Tells those of the office who may confirm it: everybody but who proposed it. */
function tellSecondPerson(
  deps: Official,
  { item }: PublishedItem,
  { year, roundId }: { year: number; roundId: string },
): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: officeOf(deps.actor), needs: "review:application:department", except: [deps.actor.userId] },
      kind: "selectionProposed",
      params: { item: itemName(item), year, person: deps.actor.displayName },
      href: selectionHref({ itemId: item.id, year }),
      dedupKey: `selection:${roundId}`,
    },
  });
}

/** What waits for the selection, once all of it does. */
async function readReady(deps: Official, published: PublishedItem, year: number) {
  const today = shanghaiDay(deps.clock.now());
  const members = sharersOf(published, deps.catalogue.items);
  const closes = members
    .flatMap(({ item }) => takenUntil(item, year, today) ?? [])
    .sort()
    .at(-1);
  if (closes !== undefined && closes >= today) throw new Refusal("redemption.window-open", 409, { day: closes });
  const itemIds = idsChosen(deps, published);
  if (await openRound(deps.tx, itemIds, year)) throw new Refusal("redemption.round-open");
  const [waiting, reviewed] = [await candidates(deps.tx, itemIds, year), await stillReviewed(deps.tx, itemIds, year)];
  if (reviewed > 0) throw new Refusal("redemption.still-reviewed", 409, { count: reviewed });
  if (waiting.length === 0) throw new Refusal("redemption.list-empty", 422);
  return waiting;
}

/**
 * The second person's word on a proposal: chosen cases go on with their sum, the others are refused with their rank.
 * @throws Refusal `request.not-found` (404), `redemption.same-person`, `redemption.pool-over`, `applications.claimed` (409)
 */
export async function decideSelection(
  deps: Official,
  { itemId, year, confirm }: { itemId: string; year: number; confirm: boolean },
): Promise<void> {
  const published = ownItem(deps, itemId);
  const round = await openRound(deps.tx, idsChosen(deps, published), year);
  if (!round) throw new Refusal("request.not-found", 404);
  if (confirm && round.proposedById === deps.actor.userId) throw new Refusal("redemption.same-person");
  const decided = await decideRound(deps.tx, round.id, {
    status: confirm ? "confirmed" : "dropped",
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
  });
  if (!decided) throw new Refusal("applications.version-conflict");
  await closeWorkOn(
    deps,
    "selection",
    [selectionId({ itemId: round.itemId, year })],
    confirm ? "confirmed" : "dropped",
  );
  await recordAudit(deps, {
    action: confirm ? "selection.confirmed" : "selection.dropped",
    subject: { type: "policyItem", id: itemId },
    after: { year, round: round.id },
  });
  if (!confirm) return;
  const lines = readLines(round.lines);
  const locked = await holdSelected(deps, { published, year, roundId: round.id }, lines);
  for (const line of lines) await carryLine(deps, round.id, line, locked.get(line.applicationId));
}

async function carryLine(
  deps: Official,
  roundId: string,
  { applicationId, rank: place, selected, fen: fullFen, approvedFen, barred, draw }: StoredLine,
  held: CaseRow | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const fen = BigInt(approvedFen);
  const by = { actorId: deps.actor.userId };
  const sumReason = whyLess({ fen: BigInt(fullFen), approvedFen: fen }, held?.approvedFen ?? 0n);
  const less = sumReason === null ? {} : { sumReason };
  const reason = barred ?? `${draw ? "抽签" : "年度择优"}第 ${place} ${draw ? "位" : "名"}，未入选。`;
  await advanceCase(deps, {
    where: { id: applicationId },
    locked: held,
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
          set: { rejectionReason: reason, approvedFen: null, sumReason: null, decidedAt: now, closedAt: now },
        }),
  });
}

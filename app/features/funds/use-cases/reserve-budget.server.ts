import { actorId } from "~/access/actor";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { bearersOf } from "../adapters/envelope.repository.server";
import { lockEnvelopes, post } from "../adapters/ledger.repository.server";
import { chooseEnvelopes } from "../domain/choose-envelopes";
import { splitByWeights } from "../domain/cost-share";

/** `firmRegion` is the firm's county, which bears a part where a document's money is shared. */
export type Reservation = {
  applicationId: string;
  itemId: string;
  year: number;
  fen: Fen;
  firmRegion: string;
  /** left out: one reservation per application */ idempotencyKey?: string;
};

/**
 * Sets money aside for an approved application, in the envelopes that bear it. Their rows stay locked until the end of
 * the transaction, so that parallel approvals queue and none overspends.
 * @returns whether there was enough in each
 */
export async function reserveBudget(
  deps: Deps,
  { applicationId, itemId, year, fen, firmRegion, idempotencyKey = `reserve:${applicationId}` }: Reservation,
): Promise<boolean> {
  const { registry, byId } = deps.catalogue;
  const documentId = registry.documentIdOf(itemId);
  const item = byId.get(itemId)?.item;
  if (!item || fen <= 0n) return false;
  const { shares, candidates } = await bearersOf(deps.tx, documentId, itemId, year);
  const bearing = chooseEnvelopes(shares, candidates, { level: item.level, regionCode: item.region, firmRegion });
  if (!bearing) return false;
  const locked = await lockEnvelopes(
    deps.tx,
    bearing.map((each) => each.envelopeId),
  );
  const available = new Map(locked.map((each) => [each.id, each.availableFen]));
  const parts = splitByWeights(
    fen,
    bearing.map((each) => each.weight),
  );
  const lines = bearing.map(({ envelopeId }, index) => ({
    envelopeId,
    movement: "reserve" as const,
    fen: parts[index] ?? 0n,
  }));
  if (lines.some((line) => line.fen > (available.get(line.envelopeId) ?? 0n))) return false;
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: "reserve",
    lines,
    applicationId,
    actorId: actorId(deps.actor),
    at: deps.clock.now(),
    idempotencyKey,
  });
  return true;
}

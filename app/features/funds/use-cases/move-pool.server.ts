import { actorId } from "~/access/actor";
import type { Fen } from "~/kernel/money";
import { sayYuan } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockEnvelopes, post } from "../adapters/ledger.repository.server";
import { findPool } from "../adapters/pool.repository.server";

export type PoolMovement = "grant" | "earmark" | "free" | "advance" | "refill";
export type PoolMove = {
  regionCode: string;
  movement: PoolMovement;
  fen: Fen;
  paymentId?: string;
  reason?: string;
  idempotencyKey: string;
};

/**
 * Moves money of a region's pool. When what is left falls below the floor, the finance office is asked once to refill it.
 * @throws Refusal `funds.no-pool` (409), `funds.pool-short` (409) when it holds less
 */
export async function movePool(
  deps: Deps,
  { regionCode, movement, fen, paymentId, reason, idempotencyKey }: PoolMove,
): Promise<void> {
  const found = await findPool(deps.tx, regionCode);
  const [pool] = found ? await lockEnvelopes(deps.tx, [found.id]) : [];
  if (!pool) throw new Refusal("funds.no-pool");
  if (movement === "earmark" && fen > pool.availableFen)
    throw new Refusal("funds.pool-short", 409, { left: sayYuan(pool.availableFen, "zh") });
  if (movement === "refill" && fen > pool.advancedFen) throw new Refusal("funds.refill-wrong", 422);
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: movement,
    lines: [{ envelopeId: pool.id, movement, fen }],
    paymentId,
    reason,
    actorId: actorId(deps.actor),
    at: deps.clock.now(),
    idempotencyKey,
  });
  const left = pool.availableFen - fen;
  const floor = pool.floorFen ?? 0n;
  if (movement !== "earmark" || left >= floor || pool.availableFen < floor) return;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: { departmentId: `${pool.level}-finance`, regionCode }, needs: "manage:payment:region" },
      kind: "poolBelowFloor",
      params: { left: sayYuan(left, "zh"), floor: sayYuan(floor, "zh") },
      href: "/finance/pool",
      dedupKey: `pool:${pool.id}:${idempotencyKey}`,
    },
  });
}

/** Money that came back to a pool: as much as the treasury has not refilled yet; the rest is the treasury's. */
export async function giveBackToPool(deps: Deps, move: Omit<PoolMove, "movement">): Promise<void> {
  const pool = await findPool(deps.tx, move.regionCode);
  const fen = pool && pool.advancedFen < move.fen ? pool.advancedFen : move.fen;
  if (fen > 0n) await movePool(deps, { ...move, movement: "refill", fen });
}

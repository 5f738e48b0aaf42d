import { recordAudit } from "~/features/funds/audited.server";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { addEnvelope } from "../adapters/envelope.repository.server";
import { isPosted } from "../adapters/ledger.repository.server";
import { findPool, poolKey, poolMovements, setFloor } from "../adapters/pool.repository.server";
import { availableOf } from "../domain/envelope-balance";
import { movePool } from "./move-pool.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

export type PoolOrder = { fen: Fen; idempotencyKey: string };

/** Puts money into the pool that pays first; the first sum makes it. The same key counts once. @throws Refusal `funds.grant-wrong` (422) */
export async function fundPool(deps: FinanceDeps, { fen, idempotencyKey }: PoolOrder): Promise<void> {
  if (fen <= 0n) throw new Refusal("funds.grant-wrong", 422);
  const regionCode = treasuryRegion(deps.actor);
  const known = await findPool(deps.tx, regionCode);
  const id =
    known?.id ??
    (await addEnvelope(deps.tx, {
      ...poolKey,
      regionCode,
      level: deps.catalogue.registry.regions.get(regionCode)?.level ?? "city",
      name: poolName(deps),
      createdAt: deps.clock.now(),
    }));
  if (
    !(await once(deps, `fund:${idempotencyKey}`, (key) =>
      movePool(deps, { regionCode, movement: "grant", fen, idempotencyKey: key }),
    ))
  )
    return;
  await recordAudit(deps, { action: "pool.funded", subject: { type: "envelope", id }, after: { fen: fen.toString() } });
}

/** What the pool of the own region is called. */
export function poolName({ catalogue, actor }: Pick<FinanceDeps, "catalogue" | "actor">): string {
  return `${catalogue.registry.regions.get(treasuryRegion(actor))?.zh ?? ""}周转资金池`;
}

/**
 * Notes that the treasury refilled what the pool paid in advance. The same key counts once. @throws Refusal
 * `funds.no-pool` (409), `funds.refill-wrong` (422)
 */
export async function refillPool(deps: FinanceDeps, { fen, idempotencyKey }: PoolOrder): Promise<void> {
  const regionCode = treasuryRegion(deps.actor);
  const pool = await findPool(deps.tx, regionCode);
  if (!pool) throw new Refusal("funds.no-pool");
  if (fen <= 0n) throw new Refusal("funds.refill-wrong", 422);
  if (
    !(await once(deps, `refill:${idempotencyKey}`, (key) =>
      movePool(deps, { regionCode, movement: "refill", fen, idempotencyKey: key }),
    ))
  )
    return;
  await recordAudit(deps, {
    action: "pool.refilled",
    subject: { type: "envelope", id: pool.id },
    after: { fen: fen.toString() },
  });
}

/** Fixes below which sum the pool asks to be refilled. @throws Refusal `funds.no-pool` (409), `funds.grant-wrong` (422) */
export async function setPoolFloor(deps: FinanceDeps, floorFen: Fen): Promise<void> {
  const pool = await findPool(deps.tx, treasuryRegion(deps.actor));
  if (!pool) throw new Refusal("funds.no-pool");
  if (floorFen < 0n) throw new Refusal("funds.grant-wrong", 422);
  await setFloor(deps.tx, pool.id, floorFen);
  await recordAudit(deps, {
    action: "pool.floor-set",
    subject: { type: "envelope", id: pool.id },
    before: { floorFen: pool.floorFen?.toString() ?? null },
    after: { floorFen: floorFen.toString() },
  });
}

async function once(deps: FinanceDeps, key: string, work: (key: string) => Promise<void>): Promise<boolean> {
  if (await isPosted(deps.tx, key)) return false;
  await work(key);
  return true;
}

export type PoolView = {
  id: string;
  name: string;
  grantedFen: Fen;
  availableFen: Fen;
  earmarkedFen: Fen;
  advancedFen: Fen;
  floorFen: Fen | null;
  isBelowFloor: boolean;
};

/** The pool of a region; null where there is none. */
export async function readPool(deps: Pick<FinanceDeps, "tx">, regionCode: string): Promise<PoolView | null> {
  const pool = await findPool(deps.tx, regionCode);
  if (!pool) return null;
  const { id, name, grantedFen, earmarkedFen, advancedFen, floorFen } = pool;
  const availableFen = availableOf(pool);
  return {
    id,
    name,
    grantedFen,
    availableFen,
    earmarkedFen,
    advancedFen,
    floorFen,
    isBelowFloor: floorFen !== null && availableFen < floorFen,
  };
}

/** Movements of a pool, newest first, fifty a page. */
export function readPoolMovements(deps: Pick<FinanceDeps, "tx">, poolId: string, page: number) {
  return poolMovements(deps.tx, poolId, { skip: (page - 1) * 50, take: 50 });
}

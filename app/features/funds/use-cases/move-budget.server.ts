import { actorId } from "~/access/actor";
import { groupBy } from "~/kernel/group-by";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { holdings, lockHoldings, post, type OwnPart } from "../adapters/ledger.repository.server";
import { splitByWeights } from "../domain/cost-share";
import { isFreeing, sourceOf, type Movement } from "../domain/ledger";

export type BudgetMove = {
  applicationId: string;
  movement: Movement;
  /** left out: everything the application holds in the movement's source */
  fen?: Fen;
  paymentId?: string;
  recoveryId?: string;
  reason?: string;
  idempotencyKey: string;
};

/**
 * Moves a sum of an application, shared over the envelopes that bear it by what each holds: a whole sum moves exactly the
 * parts it came in, a part of it is shared to the last fen. A recovery's movements look at that recovery alone, and
 * what comes back at its payment. Money that
 * becomes free serves who waits for it (see `serveFreed`).
 * @returns what was moved in fen
 * @throws Refusal `funds.not-held` (409) when the application holds less
 */
export async function moveBudget(deps: Deps, move: BudgetMove): Promise<Fen> {
  return (await moveReserved(deps, move)).fen;
}

/** As `moveBudget`, with the envelope that came first to bear the sum. */
export async function moveReserved(deps: Deps, move: BudgetMove): Promise<{ fen: Fen; leadId: string | null }> {
  const { applicationId, movement } = move;
  return postHeld(deps, move, await lockHoldings(deps.tx, [applicationId], sourceOf(movement), ownPart(move)));
}

/** Which part of what an application holds a movement looks at: a recovery's is its own, what comes back leaves as it was paid. */
function ownPart({ movement, recoveryId, paymentId }: BudgetMove): OwnPart {
  if (movement === "collect") return { recoveryId };
  return movement === "return" ? { paymentId } : {};
}

/** Pays out what several applications hold committed; `holdPayments` has locked their envelopes. @throws Refusal `funds.not-held` (409) */
export async function disburse(deps: Deps, moves: readonly Omit<BudgetMove, "movement">[]): Promise<void> {
  const ids = moves.map(({ applicationId }) => applicationId);
  const holdingsOf = groupBy(await holdings(deps.tx, ids, sourceOf("disburse")), ({ applicationId }) => applicationId);
  for (const move of moves)
    await postHeld(deps, { ...move, movement: "disburse" }, holdingsOf.get(move.applicationId) ?? []);
}

async function postHeld(
  deps: Deps,
  move: BudgetMove,
  held: readonly { envelopeId: string; fen: Fen }[],
): Promise<{ fen: Fen; leadId: string | null }> {
  const { applicationId, movement, paymentId, recoveryId, reason, idempotencyKey } = move;
  const leadId = held[0]?.envelopeId ?? null;
  const all = held.reduce((sum, each) => sum + each.fen, 0n);
  const fen = move.fen ?? all;
  if (fen > all || fen < 0n) throw new Refusal("funds.not-held");
  if (fen === 0n) return { fen, leadId };
  const parts = splitByWeights(
    fen,
    held.map((each) => each.fen),
  );
  const lines = held.map(({ envelopeId }, index) => ({ envelopeId, movement, fen: parts[index] ?? 0n }));
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: movement,
    lines,
    applicationId,
    paymentId,
    recoveryId,
    reason,
    actorId: actorId(deps.actor),
    at: deps.clock.now(),
    idempotencyKey,
  });
  if (isFreeing(movement))
    await enqueue(deps, { topic: "serve-waiting", payload: { envelopeIds: held.map(({ envelopeId }) => envelopeId) } });
  return { fen, leadId };
}

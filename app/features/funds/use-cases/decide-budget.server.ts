import { recordAudit } from "~/features/funds/audited.server";
import { Refusal } from "~/kernel/refusal";
import { requireDecision, type Decision } from "~/kernel/second-person";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { decideOrder, lockOrder, type OrderRow } from "../adapters/order.repository.server";
import type { OrderKind } from "../domain/budget-order";
import type { Share } from "../domain/choose-envelopes";
import { carryOver } from "./carry-over.server";
import { grantBudget } from "./grant-budget.server";
import { fundPool, refillPool } from "./keep-pool.server";
import { ownDocument } from "./own-document.server";
import { reduceBudget } from "./reduce-budget.server";
import { shareCosts } from "./share-costs.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

/** With what reserves for the cases that wait for a document's budget, and says how many. */
type Deciding = FinanceDeps & { serveWaiting(deps: Deps, documentId: string, year: number): Promise<number> };

/**
 * Releases a proposed order, by which its money moves, refuses it with a reason, or withdraws it; the last is its maker's
 * alone, the others never are.
 * @returns how many waiting cases a grant served
 * @throws Refusal `request.not-found` (404), `funds.two-persons`, `funds.order-state` (409), `redemption.reason-missing` (422),
 *   and what the movement itself may meet by now
 */
export async function decideBudget(
  deps: Deciding,
  { id, ...said }: { id: string; decision: Decision; reason?: string },
): Promise<number> {
  const order = isUuid(id) ? await lockOrder(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!order) throw new Refusal("request.not-found", 404);
  const { decision } = said;
  const refusal = requireDecision("funds", order, deps.actor.userId, said);
  const served = decision === "released" ? ((await carryOut[order.kind as OrderKind](deps, order)) ?? 0) : 0;
  await decideOrder(deps.tx, id, {
    status: decision,
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
    ...(refusal === null ? {} : { refusal }),
  });
  await recordAudit(deps, {
    action: `budget-order.${decision}`,
    subject: { type: "budgetOrder", id },
    after: { kind: order.kind, fen: order.fen?.toString() ?? null, reason: refusal },
  });
  if (decision !== "withdrawn") await tellMaker(deps, order, decision);
  return served;
}

type CarryOut = (deps: Deciding, order: OrderRow) => Promise<number | void>;

const carryOut: Record<OrderKind, CarryOut> = {
  async grant(deps, { id, documentId, year, fen }) {
    const { countyCode } = await ownDocument(deps, documentId ?? "", year, "grant");
    await grantBudget(deps, { documentId: documentId ?? "", year, fen: fen ?? 0n, countyCode, idempotencyKey: id });
    return deps.serveWaiting(deps, documentId ?? "", year);
  },
  reduce: (deps, order) => reduceBudget(deps, ofEnvelope(order)),
  poolReduce: (deps, order) => reduceBudget(deps, ofEnvelope(order)),
  async carry(deps, order) {
    await carryOver(deps, ofEnvelope(order));
  },
  async share(deps, { documentId, year, shares }) {
    await ownDocument(deps, documentId ?? "", year, "share");
    await shareCosts(deps, { documentId: documentId ?? "", year, shares: shares as Share[] });
  },
  poolFund: (deps, { id, fen }) => fundPool(deps, { fen: fen ?? 0n, idempotencyKey: id }),
  poolRefill: (deps, { id, fen }) => refillPool(deps, { fen: fen ?? 0n, idempotencyKey: id }),
};

function ofEnvelope({ id, envelopeId, fen, reason, paperNumber }: OrderRow) {
  return { envelopeId: envelopeId ?? "", fen: fen ?? 0n, reason: reason ?? paperNumber, idempotencyKey: id };
}

async function tellMaker(deps: FinanceDeps, order: OrderRow, decision: "released" | "refused"): Promise<void> {
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: order.createdById },
      kind: decision === "released" ? "budgetReleased" : "budgetRefused",
      params: { name: order.name, person: deps.actor.displayName },
      href: `/finance/orders/${order.id}`,
      dedupKey: `budget-order:${order.id}:${decision}`,
    },
  });
}

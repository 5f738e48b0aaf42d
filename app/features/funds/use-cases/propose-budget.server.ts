import { recordAudit } from "~/features/funds/audited.server";
import { financeOfficers } from "~/features/identity/use-cases/colleagues.server";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { enqueueAll } from "~/platform/outbox.server";
import type { FileStorage } from "~/platform/storage.server";
import { readEnvelopeRow } from "../adapters/envelope.repository.server";
import { addOrder, findOrderByKey } from "../adapters/order.repository.server";
import { findPool } from "../adapters/pool.repository.server";
import { isOrderSum, type OrderKind } from "../domain/budget-order";
import type { Share } from "../domain/choose-envelopes";
import { availableOf, reducibleOf, type EnvelopeSums } from "../domain/envelope-balance";
import { poolName } from "./keep-pool.server";
import { keepPaper, type PaperFile } from "./keep-paper.server";
import { ownDocument } from "./own-document.server";
import { requireShares } from "./share-costs.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

/** Number and file of the budget document that an order rests on. */
export type Paper = { number: string; file: PaperFile };

export type Proposal = {
  kind: OrderKind;
  /** of a grant or of shares */
  documentId?: string;
  year?: number;
  /** of what is reduced or carried over */
  envelopeId?: string;
  /** left out for shares */
  fen?: Fen;
  shares?: readonly Share[];
  paper: Paper;
  reason?: string;
  idempotencyKey: string;
};

type Target = { name: string; year: number; documentId: string | null; envelopeId: string | null; leftFen: Fen | null };

/**
 * Proposes what is to be done with a budget or the pool of the own treasury. Nothing moves before another officer of it
 * releases the order. The same key proposes once.
 * @returns id of the order
 * @throws Refusal `request.not-found` (404) for another treasury's money, `funds.order-sum`, `funds.order-over`,
 *   `funds.shares-wrong`, `funds.paper-number`, `applications.file-*` (422), `funds.no-pool` (409)
 */
export async function proposeBudget(deps: FinanceDeps & { storage: FileStorage }, proposal: Proposal): Promise<string> {
  const known = await findOrderByKey(deps.tx, proposal.idempotencyKey);
  if (known) return known.id;
  const { kind, fen, shares, paper } = proposal;
  const target = await targetOf(deps, proposal);
  requireSum(proposal, target);
  if (kind === "share") requireShares(shares ?? []);
  const file = await keptPaper(deps, paper);
  const id = deps.random.uuid();
  const said = proposal.reason?.trim() || null;
  const { leftFen: _, ...about } = target;
  await addOrder(deps.tx, {
    id,
    kind,
    regionCode: treasuryRegion(deps.actor),
    ...about,
    fen: fen ?? null,
    ...(kind === "share" ? { shares: (shares ?? []).map((share) => ({ ...share })) } : {}),
    ...file,
    reason: said,
    createdById: deps.actor.userId,
    createdAt: deps.clock.now(),
    idempotencyKey: proposal.idempotencyKey,
  });
  await recordAudit(deps, {
    action: "budget-order.proposed",
    subject: { type: "budgetOrder", id },
    after: {
      kind,
      name: about.name,
      year: about.year,
      fen: fen?.toString() ?? null,
      paper: file.paperNumber,
      sha256: file.paperHash,
      reason: said,
    },
  });
  await tellReleasers(deps, id, about.name);
  return id;
}

async function targetOf(deps: FinanceDeps, proposal: Proposal): Promise<Target> {
  const { kind, documentId = "", year = 0 } = proposal;
  if (kind === "reduce" || kind === "carry") return envelopeTarget(deps, proposal);
  if (kind !== "grant" && kind !== "share") return poolTarget(deps, kind);
  const { title } = await ownDocument(deps, documentId, year, kind);
  return { name: title, year, documentId, envelopeId: null, leftFen: null };
}

async function envelopeTarget(deps: FinanceDeps, { kind, envelopeId = "" }: Proposal): Promise<Target> {
  const row = await readEnvelopeRow(deps.tx, envelopeId);
  if (row?.regionCode !== treasuryRegion(deps.actor)) throw new Refusal("request.not-found", 404);
  const { name, year, documentId, id } = row;
  return { name, year, documentId, envelopeId: id, leftFen: kind === "reduce" ? leftToReduce(row) : availableOf(row) };
}

/** The pool gives back no more than it has, and is refilled by no more than it paid first. */
async function poolTarget(deps: FinanceDeps, kind: "poolFund" | "poolRefill" | "poolReduce"): Promise<Target> {
  const pool = await findPool(deps.tx, treasuryRegion(deps.actor));
  if (!pool && kind !== "poolFund") throw new Refusal("funds.no-pool");
  const about = { name: pool?.name ?? poolName(deps), year: 0, documentId: null, envelopeId: pool?.id ?? null };
  if (!pool || kind === "poolFund") return { ...about, leftFen: null };
  return { ...about, leftFen: kind === "poolRefill" ? pool.advancedFen : leftToReduce(pool) };
}

function leftToReduce(row: EnvelopeSums): Fen {
  return reducibleOf({ grantedFen: row.grantedFen, availableFen: availableOf(row) });
}

function requireSum({ kind, fen }: Proposal, { leftFen }: Target): void {
  if (kind === "share") return;
  if (fen === undefined || !isOrderSum(fen)) throw new Refusal("funds.order-sum", 422);
  if (leftFen !== null && fen > leftFen) throw new Refusal("funds.order-over", 422);
}

async function keptPaper({ storage }: { storage: FileStorage }, { number, file }: Paper) {
  const paperNumber = number.trim();
  if (paperNumber === "" || paperNumber.length > 60) throw new Refusal("funds.paper-number", 422);
  const { fileHash, fileName, fileType } = await keepPaper(storage, file);
  return { paperNumber, paperHash: fileHash, paperName: fileName, paperType: fileType };
}

/** Tells those who can release it: every other finance officer of the treasury. */
async function tellReleasers(deps: FinanceDeps, id: string, name: string): Promise<void> {
  const officers = await financeOfficers(deps.tx, treasuryRegion(deps.actor));
  const params = { name, person: deps.actor.displayName };
  const about = { params, href: `/finance/orders/${id}`, dedupKey: `budget-order:${id}` };
  await enqueueAll(
    deps,
    officers
      .filter((userId) => userId !== deps.actor.userId)
      .map((userId) => ({ topic: "notice", payload: { to: { userId }, kind: "budgetProposed", ...about } })),
  );
}

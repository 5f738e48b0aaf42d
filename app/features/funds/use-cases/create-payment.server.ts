import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { lockDrawn } from "../adapters/ledger.repository.server";
import { insertPayment } from "../adapters/payment.repository.server";
import { moveReserved } from "./move-budget.server";
import { reserveBudget, type Reservation } from "./reserve-budget.server";

/** `instalmentId`: the later part of a sum that it pays. */
type NewPayment = { applicationId: string; bankAccountId: string | null; regionCode: string; instalmentId?: string };

/**
 * Commits the money reserved for an application, now that its decision is final, and puts it on the list of what is to
 * be paid. Without an account it waits there until the firm gives one.
 * @returns id of the payment and its sum in fen
 * @throws Refusal `funds.no-envelope` (409) where nothing is reserved
 */
export async function createPayment(deps: Deps, input: NewPayment): Promise<{ id: string; fen: Fen }> {
  const { applicationId, bankAccountId, regionCode, instalmentId } = input;
  const id = deps.random.uuid();
  const { fen, leadId } = await moveReserved(deps, {
    applicationId,
    movement: "commit",
    idempotencyKey: `commit:${instalmentId === undefined ? applicationId : id}`,
  });
  if (!leadId) throw new Refusal("funds.no-envelope", 409);
  await insertPayment(deps.tx, {
    id,
    applicationId,
    envelopeId: leadId,
    bankAccountId,
    needsAccount: bankAccountId === null,
    amountFen: fen,
    regionCode,
    status: "pending",
    createdAt: deps.clock.now(),
    instalmentId: instalmentId ?? null,
  });
  return { id, fen };
}

/**
 * Sets money aside for a later part of a sum in the envelopes of a year, and lists its payment at once.
 * @returns null where the envelopes do not hold it
 */
export async function listInstalment(
  deps: Deps,
  { bankAccountId, regionCode, instalmentId, ...part }: NewPayment & Reservation & { instalmentId: string },
): Promise<{ id: string; fen: Fen } | null> {
  await lockDrawn(deps.tx, part.applicationId);
  const idempotencyKey = `reserve:${instalmentId}:${deps.random.uuid()}`;
  if (!(await reserveBudget(deps, { ...part, idempotencyKey }))) return null;
  return createPayment(deps, { applicationId: part.applicationId, bankAccountId, regionCode, instalmentId });
}

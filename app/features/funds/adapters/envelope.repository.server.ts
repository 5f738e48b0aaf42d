import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { entriesOf, sumsChange, type Movement } from "../domain/ledger";

/** The envelope that pays an item in a year: the item's own before its document's. Locked until the transaction ends. */
export async function lockEnvelope(tx: Tx, documentId: string, itemId: string, year: number): Promise<{ id: string; availableFen: bigint } | null> {
  const rows = await tx.$queryRaw<{ id: string; availableFen: bigint }[]>`
    SELECT id, "grantedFen" - "reservedFen" - "disbursedFen" AS "availableFen" FROM "Envelope"
    WHERE "documentId" = ${documentId} AND year = ${year} AND ("itemId" = ${itemId} OR "itemId" IS NULL)
    ORDER BY "itemId" NULLS LAST LIMIT 1 FOR UPDATE`;
  return rows[0] ?? null;
}

export type Posting = {
  envelopeId: string;
  movement: Movement;
  fen: bigint;
  applicationId?: string;
  paymentId?: string;
  actorId: string | null;
  at: Date;
  idempotencyKey: string;
};

/**
 * Writes one movement: the ledger transaction with its two entries, and the sums of the envelope. The checks of the
 * database refuse what would overspend.
 */
export async function post(tx: Tx, posting: Posting): Promise<void> {
  const { envelopeId, movement, fen, applicationId, paymentId, actorId, at, idempotencyKey } = posting;
  const change = sumsChange(movement, fen);
  await tx.ledgerTransaction.create({
    data: {
      kind: movement, applicationId, paymentId, actorId, at, idempotencyKey,
      entries: { create: entriesOf(movement, fen).map((entry) => ({ ...entry, envelopeId })) },
    },
  });
  await tx.envelope.update({
    where: { id: envelopeId },
    data: {
      grantedFen: { increment: change.grantedFen },
      reservedFen: { increment: change.reservedFen },
      disbursedFen: { increment: change.disbursedFen },
      version: { increment: 1 },
    },
  });
}

/** The envelope an application's money was reserved in, if it was. */
export async function reservationOf(tx: Tx, applicationId: string): Promise<{ envelopeId: string; fen: bigint } | null> {
  const rows = await tx.$queryRaw<{ envelopeId: string; fen: bigint }[]>`
    SELECT e."envelopeId", sum(e."amountFen")::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE t."applicationId" = ${applicationId}::uuid AND e.account = 'reserved' GROUP BY 1 HAVING sum(e."amountFen") > 0`;
  return rows[0] ?? null;
}

export async function findEnvelope(tx: Tx, documentId: string, year: number, regionCode: string): Promise<string | null> {
  const row = await tx.envelope.findFirst({ where: { documentId, year, regionCode, itemId: null }, select: { id: true } });
  return row?.id ?? null;
}

export async function addEnvelope(tx: Tx, data: Prisma.EnvelopeUncheckedCreateInput): Promise<string> {
  const { id } = await tx.envelope.create({ data, select: { id: true } });
  return id;
}

/** Envelopes of a year with their sums. */
export function listEnvelopes(tx: Tx, year: number) {
  return tx.envelope.findMany({ where: { year }, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true, documentId: true, year: true, level: true, grantedFen: true, reservedFen: true, disbursedFen: true } });
}

/** Cases that wait because their budget is used up. */
export function waitingForBudget(tx: Tx, documentItems: readonly string[], year: number) {
  return tx.application.findMany({ where: { state: "awaitingBudget", year, itemId: { in: [...documentItems] } }, orderBy: { decidedAt: "asc" }, select: { id: true, itemId: true, approvedFen: true } });
}

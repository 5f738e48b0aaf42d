import type { Fen } from "~/kernel/money";
import { atEnd } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { insertion } from "~/platform/write-rows.server";
import { entriesOf, type Account, type Movement } from "../domain/ledger";

/** A movement in one envelope. */
export type Line = { envelopeId: string; movement: Movement; fen: Fen };

export type Posting = {
  id: string;
  kind: Movement | "carry";
  lines: readonly Line[];
  applicationId?: string;
  paymentId?: string;
  recoveryId?: string;
  reason?: string;
  actorId: string | null;
  at: Date;
  idempotencyKey: string;
};

/**
 * Writes one ledger transaction, two entries a line; lines of nothing are left out. The database derives the sums of the
 * envelopes from the entries, and its checks refuse what would overspend.
 */
export async function post(tx: Tx, { lines, ...transaction }: Posting): Promise<void> {
  const moved = lines.filter(({ fen }) => fen > 0n);
  const entries = moved.flatMap(({ envelopeId, movement, fen }) =>
    entriesOf(movement, fen).map((entry) => ({ ...entry, envelopeId, transactionId: transaction.id })),
  );
  await atEnd(tx, "ledger", { order: "", row: { transaction, entries } }, (waiting) => [
    ...insertion(
      "LedgerTransaction",
      waiting.map(({ row }) => row.transaction),
    ),
    ...insertion(
      "LedgerEntry",
      waiting.flatMap(({ row }) => row.entries),
    ),
  ]);
}

/** Whether a posting of this key has been written. */
export async function isPosted(tx: Tx, idempotencyKey: string): Promise<boolean> {
  return (await tx.ledgerTransaction.count({ where: { idempotencyKey } })) > 0;
}

export type Holding = { applicationId: string; envelopeId: string; fen: bigint };

/** Of what an application holds, that of one recovery or payment. */
export type OwnPart = { recoveryId?: string | null; paymentId?: string | null };

/** As `holdings`, with the envelopes locked that the applications have drawn on, in the order of their ids. */
export function lockHoldings(
  tx: Tx,
  applicationIds: readonly string[],
  account: Account,
  { recoveryId = null, paymentId = null }: OwnPart = {},
): Promise<Holding[]> {
  return tx.$queryRaw<
    Holding[]
  >`SELECT * FROM hold_drawn(${[...applicationIds]}::uuid[], ${account}, ${recoveryId}::uuid, ${paymentId}::uuid) /* of "LedgerTransaction", "LedgerEntry", "Envelope" */`;
}

/**
 * What each of some applications, or one recovery or payment of them, holds in an account, by envelope in the order
 * they came to bear it.
 */
export function holdings(
  tx: Tx,
  applicationIds: readonly string[],
  account: Account,
  { recoveryId = null, paymentId = null }: OwnPart = {},
): Promise<Holding[]> {
  return tx.$queryRaw<Holding[]>`
    SELECT t."applicationId"::text, e."envelopeId"::text, sum(e."amountFen")::bigint AS fen FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
    WHERE t."applicationId" = ANY(${[...applicationIds]}::uuid[]) AND e.account = ${account} AND (${recoveryId}::uuid IS NULL OR t."recoveryId" = ${recoveryId}::uuid) AND (${paymentId}::uuid IS NULL OR t."paymentId" = ${paymentId}::uuid)
    GROUP BY 1, 2 HAVING sum(e."amountFen") > 0 ORDER BY min(e.id)`;
}

export type LockedEnvelope = {
  id: string;
  kind: string;
  year: number;
  documentId: string;
  itemId: string | null;
  level: string;
  regionCode: string;
  name: string;
  floorFen: bigint | null;
  grantedFen: bigint;
  availableFen: bigint;
  advancedFen: bigint;
};

/** Locks envelopes, always in the order of their ids, so that two who need the same ones never wait for each other. */
export async function lockEnvelopes(tx: Tx, ids: readonly string[]): Promise<LockedEnvelope[]> {
  const rows = await tx.$queryRaw<LockedEnvelope[]>`
    SELECT id::text, kind, year, "documentId", "itemId", level, "regionCode", name, "floorFen", "grantedFen", "advancedFen",
      "grantedFen" + "carriedFen" - "reservedFen" - "committedFen" - "disbursedFen" - "owedFen" - "earmarkedFen" - "advancedFen" AS "availableFen"
    FROM "Envelope" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return rows;
}

/** Locks the envelopes that an application has drawn on, in the order of their ids. */
export async function lockDrawn(tx: Tx, applicationId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Envelope" WHERE id IN
      (SELECT e."envelopeId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE t."applicationId" = ${applicationId}::uuid) ORDER BY id FOR UPDATE`;
}

const pageSize = 50;

/** A page of an envelope's entries, newest first. */
export async function entriesOfEnvelope(tx: Tx, envelopeId: string, page: number) {
  const where = { envelopeId };
  const [count, rows] = await Promise.all([
    tx.ledgerEntry.count({ where }),
    tx.ledgerEntry.findMany({
      where,
      orderBy: [{ transaction: { at: "desc" } }, { id: "desc" }],
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: {
        id: true,
        account: true,
        amountFen: true,
        transaction: { select: { kind: true, at: true, reason: true, applicationId: true } },
      },
    }),
  ]);
  const cases = await casesOf(
    tx,
    rows.flatMap(({ transaction }) => transaction.applicationId ?? []),
  );
  return {
    rows: rows.map(({ id, ...row }) => ({
      id: String(id),
      ...row,
      about: cases.get(row.transaction.applicationId ?? "") ?? null,
    })),
    page,
    pages: Math.max(1, Math.ceil(count / pageSize)),
  };
}

/** Number and firm of cases, by id. */
async function casesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, { number: string | null; firm: string }>> {
  const rows = await tx.application.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, number: true, enterprise: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, number, enterprise }) => [id, { number, firm: enterprise.name }]));
}

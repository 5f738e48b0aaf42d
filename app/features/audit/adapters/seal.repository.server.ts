import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { ChainedEvent } from "../domain/chain";
import type { Leaf } from "../domain/merkle";
import type { Seal } from "../domain/seal";
import type { Head } from "../domain/verify-log";

const sealLock = 7_050n;

/** Only one seal is made at a time; held to the end of the transaction. */
export async function lockSeals(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${sealLock})`;
}

type SealRow = Omit<Seal, "at" | "events"> & { at: Date; events: bigint };
const asSeal = ({ at, events, ...row }: SealRow): Seal => ({ ...row, at: at.toISOString(), events: String(events) });

export async function lastSeal(tx: Tx): Promise<Seal | null> {
  const row = await tx.auditSeal.findFirst({ orderBy: { number: "desc" } });
  return row && asSeal(row);
}

/** Seals, newest first. */
export async function findSeals(tx: Tx, page: { skip?: number; take?: number } = {}): Promise<Seal[]> {
  return (await tx.auditSeal.findMany({ orderBy: { number: "desc" }, ...page })).map(asSeal);
}

export function countSeals(tx: Tx): Promise<number> {
  return tx.auditSeal.count();
}

export async function findSeal(tx: Tx, number: number): Promise<Seal | null> {
  const row = await tx.auditSeal.findUnique({ where: { number } });
  return row && asSeal(row);
}

/** Ends of all chains that grew since they were last sealed, in the order of the leaves, with how far they were sealed. */
export function grownChains(tx: Tx): Promise<(Leaf & { sealed: number })[]> {
  return tx.$queryRaw`
    SELECT h.stream, h.seq, h.hash, coalesce(l.sealed, 0) AS sealed
    FROM "AuditHead" h LEFT JOIN (SELECT stream, max(seq) AS sealed FROM "AuditSealLeaf" GROUP BY stream) l ON l.stream = h.stream
    WHERE h.seq > coalesce(l.sealed, 0) ORDER BY h.stream COLLATE "C"`;
}

export async function addSeal(tx: Tx, seal: Seal, leaves: readonly Leaf[]): Promise<void> {
  await tx.auditSeal.create({ data: { ...seal, at: new Date(seal.at), events: BigInt(seal.events) } });
  const rows = leaves.map(({ stream, seq, hash }, position) => ({
    sealNumber: seal.number,
    position,
    stream,
    seq,
    hash,
  }));
  for (let start = 0; start < rows.length; start += 5000)
    await tx.auditSealLeaf.createMany({ data: rows.slice(start, start + 5000) });
}

export function leavesOf(tx: Tx, sealNumber: number): Promise<Leaf[]> {
  return tx.auditSealLeaf.findMany({
    where: { sealNumber },
    orderBy: { position: "asc" },
    select: { stream: true, seq: true, hash: true },
  });
}

/** The newest leaf of a chain. */
export function lastLeaf(tx: Tx, stream: string) {
  return tx.auditSealLeaf.findFirst({
    where: { stream },
    orderBy: { seq: "desc" },
    select: { sealNumber: true, position: true, seq: true },
  });
}

/** Leaves of a seal with the hash that their event has now; null when it is gone. */
export function leavesWithEvents(tx: Tx, sealNumber: number): Promise<(Leaf & { found: string | null })[]> {
  return tx.$queryRaw`
    SELECT l.stream, l.seq, l.hash, e.hash AS found FROM "AuditSealLeaf" l LEFT JOIN "AuditEvent" e ON e.stream = l.stream AND e.seq = l.seq
    WHERE l."sealNumber" = ${sealNumber} ORDER BY l.position`;
}

// What JSON holds is read as text: a number of it may be beyond what a double can hold.
const chained = Prisma.sql`
  id, at, "actorId"::text, "actorRole", action, "subjectType", "subjectId", "enterpriseId"::text, "departmentId", address,
  before::text, after::text, versions::text, stream, form::int, seq, salt, "prevHash", hash`;

/** Events by chain and place in it, after a given one. */
export function chainedEvents(tx: Tx, after: { stream: string; seq: number }, take: number): Promise<ChainedEvent[]> {
  return tx.$queryRaw`
    SELECT ${chained} FROM "AuditEvent" WHERE (stream, seq) > (${after.stream}, ${after.seq})
    ORDER BY stream, seq LIMIT ${take}`;
}

export function eventsOfStream(tx: Tx, stream: string): Promise<ChainedEvent[]> {
  return tx.$queryRaw`SELECT ${chained} FROM "AuditEvent" WHERE stream = ${stream} ORDER BY seq`;
}

/** What the steps of a chain say before and after. */
export function stepsOfStream(tx: Tx, stream: string) {
  return tx.auditEvent.findMany({
    where: { stream },
    orderBy: { seq: "asc" },
    select: { action: true, before: true, after: true },
  });
}

export function allHeads(tx: Tx): Promise<Head[]> {
  return tx.auditHead.findMany();
}

/** Cases whose chain has fewer events than the case has transitions. */
export function casesWithMissingEvents(tx: Tx): Promise<{ id: string; transitions: number; events: number }[]> {
  return tx.$queryRaw`
    SELECT t."applicationId"::text AS id, t.count AS transitions, coalesce(h.count, 0) AS events
    FROM (SELECT "applicationId", count(*)::int AS count FROM "Transition" GROUP BY 1) t
    LEFT JOIN (SELECT stream, count(*)::int AS count FROM "AuditEvent" WHERE action LIKE 'application.%' AND after ? 'state' GROUP BY 1) h ON h.stream = 'case:' || t."applicationId"
    WHERE coalesce(h.count, 0) < t.count`;
}

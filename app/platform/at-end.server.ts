import type { Tx } from "./db.server";

/** Something of one kind that is written when the work of a transaction is done; `order` is where it stands among its kind. */
type Waiting<T> = { order: string; row: T };
type Kind = { items: Waiting<unknown>[]; write: (items: Waiting<unknown>[]) => Promise<void> };

/** What rows are put off; written in this order, so that the ends of audit chains are locked last and shortest. */
const kinds = ["closedTask", "task", "deadline", "transition", "outbox", "audit"] as const;
type KindName = (typeof kinds)[number];

type Open = { waiting: Map<KindName, Kind>; known: Map<string, Promise<unknown>>; locked: Set<string> };
const open = new WeakMap<object, Open>();

/**
 * Puts a row off to the end of the transaction, where all of its kind are written together and in order. Outside of
 * `withEnd` it is written at once.
 */
export async function atEnd<T>(tx: Tx, kind: KindName, item: Waiting<T>, write: (items: Waiting<T>[]) => Promise<void>): Promise<void> {
  const waiting = open.get(tx)?.waiting;
  if (!waiting) return write([item]);
  const known = waiting.get(kind);
  if (known) known.items.push(item);
  else waiting.set(kind, { items: [item], write: write as Kind["write"] });
}

/** Writes what was put off of some kinds, so that it can be read in the same transaction. */
export async function writeNow(tx: Tx, chosen: readonly KindName[]): Promise<void> {
  for (const kind of kinds) if (chosen.includes(kind)) await writeKind(tx, kind);
}

async function writeKind(tx: Tx, kind: KindName): Promise<void> {
  const waiting = open.get(tx)?.waiting;
  const due = waiting?.get(kind);
  waiting?.delete(kind);
  await due?.write(due.items.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)));
}

/** Reads something that the transaction itself does not change only once in it. */
export function oncePerTransaction<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  const known = open.get(tx)?.known;
  const first = known?.get(key) as Promise<T> | undefined;
  if (first) return first;
  const reading = read();
  known?.set(key, reading);
  return reading;
}

/** Ids of rows that the transaction has locked and noted here, so that they need not be locked again. */
export function lockedRows(tx: Tx): Set<string> {
  return open.get(tx)?.locked ?? new Set();
}

/** Runs the work of a transaction, then writes what was put off. */
export async function withEnd<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  open.set(tx, { waiting: new Map(), known: new Map(), locked: new Set() });
  const result = await work(tx);
  await writeNow(tx, kinds);
  open.delete(tx);
  return result;
}

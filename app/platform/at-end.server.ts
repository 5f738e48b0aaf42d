import type { Tx } from "./db.server";

/** Something of one kind that is written when the work of a transaction is done; `order` is where it stands among its kind. */
type Waiting<T> = { order: string; row: T };
type Kind = { items: Waiting<unknown>[]; write: (items: Waiting<unknown>[]) => Promise<void> };

const open = new WeakMap<object, Map<string, Kind>>();

/**
 * Puts a row off to the end of the transaction, where all of its kind are written together and in order. Outside of
 * `withEnd` it is written at once.
 */
export async function atEnd<T>(tx: Tx, kind: string, item: Waiting<T>, write: (items: Waiting<T>[]) => Promise<void>): Promise<void> {
  const kinds = open.get(tx);
  if (!kinds) return write([item]);
  const known = kinds.get(kind);
  if (known) known.items.push(item);
  else kinds.set(kind, { items: [item], write: write as Kind["write"] });
}

/** Runs the work of a transaction, then writes what was put off. */
export async function withEnd<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const kinds = new Map<string, Kind>();
  open.set(tx, kinds);
  const result = await work(tx);
  open.delete(tx);
  for (const { items, write } of kinds.values()) await write(items.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)));
  return result;
}

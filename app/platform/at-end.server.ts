import type { Tx } from "./db.server";
import { writeTogether, type Write } from "./write-rows.server";

/** Something of one kind that is written when the work of a transaction is done; `order` is where it stands among its kind. */
type Waiting<T> = { order: string; row: T };
type Kind = { items: Waiting<unknown>[]; statements: (items: Waiting<unknown>[]) => Write[] };

/**
 * What is put off, and the tables whose readers must see it. All is written in one statement, so that the ends of audit
 * chains are locked for its time and the commit's only.
 */
const tables = {
  ruleCheck: ["RuleCheck"],
  submission: ["CaseSubmission"],
  case: ["Application"],
  closedTask: ["Task"],
  task: ["Task"],
  deadlineOver: ["Deadline"],
  deadline: ["Deadline"],
  publicityOver: ["Publicity"],
  publicity: ["Publicity"],
  ledger: ["LedgerTransaction", "LedgerEntry", "Envelope"],
  newPayment: ["Payment"],
  payment: ["Payment"],
  transition: ["Transition"],
  outbox: ["Outbox"],
  audit: ["AuditEvent"],
} as const;
type KindName = keyof typeof tables;
const kinds = Object.keys(tables) as KindName[];
/** Nobody reads these in the transaction that writes them; chains are locked by writing. */
const last: readonly KindName[] = ["outbox", "audit"];

type Open = { waiting: Map<KindName, Kind>; known: Map<string, Promise<unknown>>; plain: Tx };
const open = new WeakMap<object, Open>();

/**
 * Puts a row off to the end of the transaction, where all that was put off is written together, each kind in its order; or
 * to the moment when its table is read in the same transaction. Outside of `withEnd` it is written at once.
 */
export async function atEnd<T>(
  tx: Tx,
  kind: KindName,
  item: Waiting<T>,
  statements: (items: Waiting<T>[]) => Write[],
): Promise<void> {
  const waiting = open.get(tx)?.waiting;
  if (!waiting) return writeTogether(tx, statements([item]));
  const known = waiting.get(kind);
  if (known) known.items.push(item);
  else waiting.set(kind, { items: [item], statements: statements as Kind["statements"] });
}

/** Writes what was put off of a kind where something that comes would change one of its rows, which `meets` tells. */
export async function writeBefore<T>(tx: Tx, kind: KindName, meets: (row: T) => boolean): Promise<void> {
  const opened = open.get(tx);
  const waiting = opened?.waiting.get(kind) as { items: Waiting<T>[] } | undefined;
  if (opened && waiting?.items.some(({ row }) => meets(row))) await writeTogether(opened.plain, take(opened, kind));
}

function take({ waiting }: Open, kind: KindName): Write[] {
  const due = waiting.get(kind);
  waiting.delete(kind);
  return due?.statements(due.items.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))) ?? [];
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

/** Runs the work of a transaction, then writes what was put off. What the work asks of a table sees what waits for it. */
export async function withEnd<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opened: Open = { waiting: new Map(), known: new Map(), plain: tx };
  const seeing = seeingAll(opened);
  open.set(seeing, opened);
  const result = await work(seeing);
  await writeTogether(
    tx,
    kinds.flatMap((kind) => take(opened, kind)),
  );
  open.delete(seeing);
  return result;
}

type Method = (...asked: unknown[]) => Promise<unknown>;

/** The transaction as its work has it: before a table is asked, what waits for it is written. */
function seeingAll(opened: Open): Tx {
  return new Proxy(opened.plain, {
    get(target, name, receiver) {
      const own = Reflect.get(target, name, receiver) as unknown;
      if (name === "$queryRaw" || name === "$executeRaw")
        return (...asked: unknown[]) => after(opened, tablesIn(asked), () => (own as Method).apply(target, asked));
      return typeof own === "object" && own !== null ? model(opened, own) : own;
    },
  });
}

function model(opened: Open, delegate: object): object {
  return new Proxy(delegate, {
    get(target, name, receiver) {
      const own = Reflect.get(target, name, receiver) as unknown;
      return typeof own === "function"
        ? (...asked: unknown[]) => after(opened, null, () => (own as Method).apply(target, asked))
        : own;
    },
  });
}

/** Runs a question once what waits for its tables is written; null: it may ask any. */
function after(opened: Open, asked: ReadonlySet<string> | null, run: () => Promise<unknown>): Promise<unknown> {
  const awaited = [...opened.waiting.keys()].some((kind) =>
    asked ? tables[kind].some((table) => asked.has(table)) : !last.includes(kind),
  );
  if (!awaited) return run();
  const due = kinds.filter((kind) => !last.includes(kind) || tables[kind].some((table) => asked?.has(table)));
  return writeTogether(
    opened.plain,
    due.flatMap((kind) => take(opened, kind)),
  ).then(run);
}

const mentioned = new WeakMap<object, ReadonlySet<string>>();

/** The tables a raw statement names; one that calls a function of the database names the function's in a comment. */
function tablesIn([statement, ...values]: unknown[]): ReadonlySet<string> {
  const parts = statement as TemplateStringsArray & { strings?: string[] };
  const nested = values.filter(
    (value): value is { strings: string[]; values: unknown[] } =>
      typeof value === "object" && value !== null && "strings" in value,
  );
  const known =
    mentioned.get(parts) ??
    new Set([...(parts.strings ?? parts).join(" ").matchAll(/"([A-Z]\w*)"/g)].flatMap(([, table]) => table ?? []));
  mentioned.set(parts, known);
  return nested.length === 0 ? known : new Set([...known, ...nested.flatMap((each) => [...tablesIn([each])])]);
}

import { readDocumentStakes } from "~/features/matching/use-cases/read-stakes.server";
import { noStake, type Stake } from "~/features/matching/domain/matches/stakes";
import type { UserActor } from "~/access/actor";
import { lastDayOf, type ValidityState } from "~/features/policies/domain/validity";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { documentsOf, type OfficeDocument } from "../domain/documents";
import { maySee } from "../domain/office";
import { dutiesOn, stateOfDocument, termOfDocument, works, type Work } from "../domain/worklist";
import type { WorkFilter } from "../validity.schema";
import { readSettled, type Known } from "./read-settled.server";

export type Reading = Pick<Deps, "tx" | "clock" | "catalogue"> & { actor: UserActor };

/** One document that an office has something to do about. `fen` of the stake is what hangs on it, never what a firm is promised. */
export type WorkRow = {
  id: string;
  title: string;
  number: string | null;
  demo: boolean;
  state: ValidityState;
  lastDay: PlainDate | null;
  works: Work[];
  items: number;
  stake: Stake;
  /** said by a colleague, and waiting for a second person; `mine`: by the reader, for another person */
  waiting: "mine" | "theirs" | null;
};

const pageSize = 20;

/** Documents of the own office that need something, narrowed and a page at a time, with how many there are of each kind. */
export async function readWorklist(deps: Reading, filter: WorkFilter, page: number) {
  const all = await workRows(deps);
  const rows = narrowed(all, filter);
  const counts = Object.fromEntries(
    works.map((work) => [work, all.filter((row) => row.works.includes(work)).length]),
  ) as Record<Work, number>;
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const shown = Math.min(page, pages);
  return {
    counts: { ...counts, waiting: all.filter(({ waiting }) => waiting !== null).length },
    rows: rows.slice((shown - 1) * pageSize, shown * pageSize),
    count: rows.length,
    page: shown,
    pages,
  };
}

/** The rows a filter leaves, the most pressing first: what waits to be signed, then by kind, yuan and firms. */
export function narrowed(rows: readonly WorkRow[], { work, q }: WorkFilter): WorkRow[] {
  const words = q?.toLowerCase().split(/\s+/) ?? [];
  return rows.filter(
    (row) =>
      (work === undefined || (work === "waiting" ? row.waiting !== null : row.works.includes(work))) &&
      words.every((word) => `${row.title} ${row.number ?? ""} ${row.id}`.toLowerCase().includes(word)),
  );
}

/** Every document that the reader's office has something to do about, in order. */
export async function workRows(deps: Reading): Promise<WorkRow[]> {
  const { catalogue, actor, tx } = deps;
  const own = documentsOf(catalogue).filter(({ offices }) => maySee(actor, offices, catalogue.registry.regions));
  const known = await readSettled(
    tx,
    own.map(({ id }) => id),
  );
  const stakes = await readDocumentStakes(tx, own);
  return own.flatMap((each) => rowOf(deps, each, known(each.id), stakes.get(each.id) ?? noStake)).sort(byUrgency);
}

function rowOf(
  { clock, actor }: Reading,
  { id, document, items, followers }: OfficeDocument,
  { settled, proposedById }: Known,
  stake: Stake,
): WorkRow[] {
  const today = shanghaiDay(clock.now());
  const duties = followers.length === 0 ? [] : dutiesOn(document, settled, today);
  if (duties.length === 0 && !proposedById) return [];
  return [
    {
      id,
      title: document.title,
      number: document.number,
      demo: document.demo === true,
      state: stateOfDocument(document, today),
      lastDay: lastDayOf(termOfDocument(document)),
      works: duties.map(({ work }) => work),
      items: items.length,
      stake,
      waiting: proposedById ? (proposedById === actor.userId ? "mine" : "theirs") : null,
    },
  ];
}

function byUrgency(one: WorkRow, other: WorkRow): number {
  const rank = ({ waiting, works: [work] }: WorkRow) => (waiting ? -1 : work ? works.indexOf(work) : works.length);
  return (
    rank(one) - rank(other) ||
    compare(other.stake.fen, one.stake.fen) ||
    other.stake.firms - one.stake.firms ||
    one.id.localeCompare(other.id)
  );
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import type { Tx } from "~/platform/db.server";
import { rootFiles } from "../adapters/root-files.server";
import {
  allHeads,
  casesWithMissingEvents,
  chainedEvents,
  findSeals,
  leavesWithEvents,
} from "../adapters/seal.repository.server";
import { findNotes, isSigned } from "../adapters/note.repository.server";
import { sha256 } from "../adapters/sha256.server";
import type { ChainedEvent } from "../domain/chain";
import { wasMisread, type Note, type NotedEvent } from "../domain/misread";
import type { Seal } from "../domain/seal";
import { verifyPublished, verifySeal, verifyStream, type Fault, type Head } from "../domain/verify-log";

/** An event that is what was written though verifiers took it for changed; `note` is the number of the note that says why. */
export type Explained = NotedEvent & { where: string; note: number | null };

export type LogReport = {
  events: number;
  streams: number;
  seals: number;
  published: number;
  faults: Fault[];
  explained: Explained[];
  notes: Note[];
};

const pageSize = 5000;

/** Reads the whole log and says everything that is wrong with it; `folder` holds the roots that were exported. */
export async function verifyLog(tx: Tx, folder: string): Promise<LogReport> {
  const chains = await verifyChains(tx);
  const seals = (await findSeals(tx)).reverse();
  const published = await rootFiles(folder).read();
  const missing = await casesWithMissingEvents(tx);
  const notes = await findNotes(tx);
  const faults = [
    ...chains.faults,
    ...(await verifySeals(tx, seals)),
    ...verifyPublished(published, seals),
    ...missing.map(({ id, transitions, events }): Fault => ({
      kind: "unrecorded",
      where: `case:${id}`,
      text: `${transitions} transitions, ${events} events of them`,
    })),
    ...notes
      .filter((note) => !isSigned(note))
      .map(({ number }): Fault => ({ kind: "note", where: `note ${number}`, text: "is not what was signed" })),
  ];
  const noteOf = new Map(notes.flatMap((note) => note.events.map(({ hash }) => [hash, note.number] as const)));
  return {
    events: chains.events,
    streams: chains.streams,
    seals: seals.length,
    published: published.length,
    faults,
    explained: chains.misread.map(({ stream, seq, hash }) => ({
      stream,
      seq,
      hash,
      where: `${stream} ${seq}`,
      note: noteOf.get(hash) ?? null,
    })),
    notes,
  };
}

type Chains = { events: number; streams: number; faults: Fault[]; misread: ChainedEvent[] };

async function verifyChains(tx: Tx): Promise<Chains> {
  const known = await allHeads(tx);
  const heads = new Map(known.map((head) => [head.stream, head]));
  const faults: Fault[] = [];
  const misread: ChainedEvent[] = [];
  let counted = 0;
  for await (const chain of chainsOf(tx)) {
    const stream = chain[0]?.stream ?? "";
    counted += chain.length;
    faults.push(...verifyStream(sha256, stream, chain, heads.get(stream)));
    misread.push(...chain.filter((event) => wasMisread(sha256, event)));
    heads.delete(stream);
  }
  const gone = [...heads.values()].flatMap((head: Head) => verifyStream(sha256, head.stream, [], head));
  return { events: counted, streams: known.length, faults: [...faults, ...gone], misread };
}

/** The chains one after another, read in pages. */
async function* chainsOf(tx: Tx): AsyncGenerator<ChainedEvent[]> {
  let chain: ChainedEvent[] = [];
  let at = { stream: "", seq: -2_147_483_648 };
  for (;;) {
    const page = await chainedEvents(tx, at, pageSize);
    for (const event of page) {
      if (chain.length > 0 && chain[0]?.stream !== event.stream) {
        yield chain;
        chain = [];
      }
      chain.push(event);
      at = { stream: event.stream, seq: event.seq };
    }
    if (page.length < pageSize) break;
  }
  if (chain.length > 0) yield chain;
}

async function verifySeals(tx: Tx, seals: readonly Seal[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [index, seal] of seals.entries()) {
    const leaves = (await leavesWithEvents(tx, seal.number)).map((leaf) => ({
      ...leaf,
      found: leaf.found ?? undefined,
    }));
    faults.push(...verifySeal(sha256, { ...seal, leaves }, seals[index - 1] ?? null));
  }
  return faults;
}

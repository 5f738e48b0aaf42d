import { bodyOf, hashOf, streamOf, type ChainedEvent, type Sha256 } from "./chain";
import { merkleRoot, type Leaf } from "./merkle";
import { sealHash, type Seal } from "./seal";

/** What is wrong with the log, and where. */
export type Fault = {
  kind: "content" | "link" | "gap" | "stream" | "end" | "seal" | "published" | "unrecorded" | "note";
  where: string;
  text: string;
};

export type Head = { stream: string; seq: number; hash: string };

/** Faults of one chain: its events by seq, and the end that the database remembers. */
export function verifyStream(
  sha256: Sha256,
  stream: string,
  events: readonly ChainedEvent[],
  head: Head | undefined,
): Fault[] {
  const faults = events.flatMap((event, index) => verifyEvent(sha256, event, events[index - 1]));
  const last = events.at(-1);
  if (!head) return [...faults, { kind: "end", where: stream, text: "events of a chain that was never begun" }];
  if (last?.seq !== head.seq || last.hash !== head.hash)
    faults.push({ kind: "end", where: stream, text: `ends at ${last?.seq ?? 0}, was written to ${head.seq}` });
  return faults;
}

function verifyEvent(sha256: Sha256, event: ChainedEvent, before: ChainedEvent | undefined): Fault[] {
  const where = `${event.stream} ${event.seq}`;
  const faults: Fault[] = [];
  if (event.seq !== (before?.seq ?? 0) + 1) faults.push({ kind: "gap", where, text: `follows ${before?.seq ?? 0}` });
  if (event.prevHash !== (before?.hash ?? ""))
    faults.push({ kind: "link", where, text: "does not hold the hash of the event before" });
  if (event.stream !== streamOf(event)) faults.push({ kind: "stream", where, text: "stands in a foreign chain" });
  if (event.hash !== hashOf(sha256, bodyOf(sha256, event)))
    faults.push({ kind: "content", where, text: "is not what was written" });
  return faults;
}

/** A seal with its leaves in order, and the hash that each leaf's event has now (undefined when it is gone). */
export type SealWithLeaves = Seal & { leaves: readonly (Leaf & { found: string | undefined })[] };

/** Faults of one seal after another; each must follow the one before and hold what its leaves say. */
export function verifySeal(sha256: Sha256, seal: SealWithLeaves, before: Seal | null): Fault[] {
  const where = `seal ${seal.number}`;
  const fault = (text: string): Fault => ({ kind: "seal", where, text });
  return [
    ...(seal.number === (before?.number ?? 0) + 1 && seal.prevHash === (before?.hash ?? "")
      ? []
      : [fault("does not follow the seal before")]),
    ...(seal.hash === sealHash(sha256, seal) ? [] : [fault("is not what was sealed")]),
    ...(seal.root === merkleRoot(sha256, seal.leaves) && seal.streams === seal.leaves.length
      ? []
      : [fault("its leaves do not give its root")]),
    ...seal.leaves
      .filter((leaf) => leaf.found !== leaf.hash)
      .map((leaf) => fault(`sealed event ${leaf.stream} ${leaf.seq} is gone or another`)),
  ];
}

/** What was exported outside the database must still be in it, word for word. */
export function verifyPublished(published: readonly Seal[], stored: readonly Seal[]): Fault[] {
  return published.flatMap((seal) => {
    const kept = stored.find((each) => each.number === seal.number);
    const where = `seal ${seal.number}`;
    if (!kept) return [{ kind: "published" as const, where, text: "was published and is gone" }];
    return kept.hash === seal.hash && kept.root === seal.root
      ? []
      : [{ kind: "published" as const, where, text: "was published with another root" }];
  });
}

import { canonicalJson } from "~/kernel/canonical-json";
import type { Sha256 } from "./chain";
import { merkleRoot, type Leaf } from "./merkle";

/** What is published of one day: the root over the ends of all chains that grew. `events` counts all under it and before. */
export type Seal = {
  number: number;
  day: string;
  at: string;
  streams: number;
  events: string;
  root: string;
  prevHash: string;
  hash: string;
};

/** The seal that follows another; `grown` are the ends of the chains in the order of the leaves. */
export function nextSeal(
  sha256: Sha256,
  last: Seal | null,
  now: { day: string; at: Date },
  grown: { leaves: readonly Leaf[]; newEvents: bigint },
): Seal {
  const facts = {
    number: (last?.number ?? 0) + 1,
    day: now.day,
    at: now.at.toISOString(),
    streams: grown.leaves.length,
    events: String(BigInt(last?.events ?? 0) + grown.newEvents),
    root: merkleRoot(sha256, grown.leaves),
    prevHash: last?.hash ?? "",
  };
  return { ...facts, hash: sealHash(sha256, facts) };
}

/** The hash of a seal: of all it states and of the seal before. */
export function sealHash(
  sha256: Sha256,
  { number, day, at, streams, events, root, prevHash }: Omit<Seal, "hash">,
): string {
  return sha256(canonicalJson({ number, day, at, streams, events, root, prevHash }));
}

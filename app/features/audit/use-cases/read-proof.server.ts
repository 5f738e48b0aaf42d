import type { Tx } from "~/platform/db.server";
import { eventsOfStream, findSeal, lastLeaf, leavesOf } from "../adapters/seal.repository.server";
import { sha256 } from "../adapters/sha256.server";
import { bodyOf, type EventBody } from "../domain/chain";
import { merklePath, type Leaf, type PathStep } from "../domain/merkle";
import type { Seal } from "../domain/seal";

export type ProvenCase = { id: string; number: string | null; state: string };

/** What a firm can check without the platform: every event of its case, and the way from the last sealed one to the root of that day. */
export type Proof = {
  format: "huiqitong-audit-proof/1";
  case: ProvenCase;
  stream: string;
  events: (EventBody & { hash: string })[];
  seal: Seal | null;
  leaf: Leaf | null;
  path: PathStep[];
};

/** The proof of a case; whoever calls has made sure that the reader may have it. */
export async function readProof(tx: Tx, proven: ProvenCase): Promise<Proof> {
  const stream = `case:${proven.id}`;
  const rows = await eventsOfStream(tx, stream);
  const events = rows.map((row) => ({ ...bodyOf(sha256, row), hash: row.hash }));
  return { format: "huiqitong-audit-proof/1", case: proven, stream, events, ...(await sealed(tx, stream)) };
}

async function sealed(tx: Tx, stream: string): Promise<Pick<Proof, "seal" | "leaf" | "path">> {
  const place = await lastLeaf(tx, stream);
  const seal = place && (await findSeal(tx, place.sealNumber));
  if (!seal) return { seal: null, leaf: null, path: [] };
  const leaves = await leavesOf(tx, seal.number);
  return { seal, leaf: leaves[place.position] ?? null, path: merklePath(sha256, leaves, place.position) };
}

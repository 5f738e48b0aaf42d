import type { Sha256 } from "./chain";

/** The end of one chain under a seal. */
export type Leaf = { stream: string; seq: number; hash: string };

/** A step from a leaf to the root: the hash beside the own one, and on which side it stands. */
export type PathStep = { side: "left" | "right"; hash: string };

/** Leaves and inner nodes are hashed under different words, so that neither can pass for the other (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, { stream, seq, hash }: Leaf): string {
  return sha256(`leaf\n${stream}\n${seq}\n${hash}`);
}

function nodeHash(sha256: Sha256, left: string, right: string): string {
  return sha256(`node\n${left}\n${right}`);
}

/** Root of a tree; a last node without partner goes up unchanged. */
export function merkleRoot(sha256: Sha256, leaves: readonly Leaf[]): string {
  let row = leaves.map((leaf) => leafHash(sha256, leaf));
  if (row.length === 0) return sha256("empty");
  while (row.length > 1) row = pairUp(sha256, row);
  return row[0] ?? "";
}

/** What proves that the leaf at `position` (from 0) is under the root. */
export function merklePath(sha256: Sha256, leaves: readonly Leaf[], position: number): PathStep[] {
  const path: PathStep[] = [];
  let row = leaves.map((leaf) => leafHash(sha256, leaf));
  for (let at = position; row.length > 1; at = Math.floor(at / 2)) {
    const beside = row[at ^ 1];
    if (beside !== undefined) path.push({ side: at % 2 === 0 ? "right" : "left", hash: beside });
    row = pairUp(sha256, row);
  }
  return path;
}

function pairUp(sha256: Sha256, row: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(row.length / 2) }, (_, index) => {
    const left = row[index * 2] ?? "";
    const right = row[index * 2 + 1];
    return right === undefined ? left : nodeHash(sha256, left, right);
  });
}

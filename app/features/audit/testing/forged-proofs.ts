import { sha256 } from "../adapters/sha256.server";
import { hashOf } from "../domain/chain";
import { leafHash } from "../domain/merkle";
import { canonicalJson } from "~/kernel/canonical-json";
import type { Proof } from "../use-cases/read-proof.server";

type Forgery = { name: string; text: string; zh: string; en: string };

/** Proofs that do not hold, and what a verifier has to say of each; the genuine one is sealed and has three events at least. */
export function forgedProofs(proof: Proof): Forgery[] {
  const { events, seal, leaf } = proof;
  if (!seal || !leaf || events.length < 3)
    throw new RangeError("only a sealed proof of three events can be forged in every way");
  const forgery = (name: string, change: Partial<Proof>, zh: string, en: string): Forgery => ({
    name,
    text: JSON.stringify({ ...proof, ...change }),
    zh,
    en,
  });
  const [first, second, ...rest] = events as [Proof["events"][number], Proof["events"][number], ...Proof["events"]];
  return [
    forgery(
      "a field of an event changed",
      { events: [first, { ...second, actorRole: "somebody" }, ...rest] },
      "第 2 条记录的内容被改动",
      "event 2 was changed",
    ),
    forgery(
      "an event dropped",
      { events: [first, ...rest] },
      "第 2 条记录之前有记录缺失或换了位置",
      "events before event 2 are missing or stand elsewhere",
    ),
    forgery(
      "two events exchanged",
      { events: [second, first, ...rest] },
      "第 1 条记录之前有记录缺失或换了位置",
      "events before event 1 are missing or stand elsewhere",
    ),
    forgery(
      "the end cut off",
      { events: events.slice(0, leaf.seq - 1) },
      "封存时的链尾不在记录中，有记录缺失或被替换",
      "the end of the chain that was sealed is not among the events",
    ),
    forgery(
      "the root exchanged",
      { seal: { ...seal, root: "f".repeat(64) } },
      "链尾推不到这个根，根或路径被更换",
      "the path does not lead to this root",
    ),
    forgery(
      "another state claimed",
      { case: { ...proof.case, state: "forged" } },
      "所称的办件或状态与记录不符",
      "case or state are not those of the events",
    ),
  ];
}

/** Every event written anew with a seal of its own: nothing but a published root can tell it from a genuine one. */
export function rewrittenProof(proof: Proof): string {
  if (!proof.seal) throw new RangeError("only a sealed proof can be written anew");
  const events: Proof["events"] = [];
  for (const { hash: _, ...body } of proof.events) {
    const changed = { ...body, actorRole: "somebody", prev: events.at(-1)?.hash ?? "" };
    events.push({ ...changed, hash: hashOf(sha256, changed) });
  }
  const leaf = { stream: proof.stream, seq: events.length, hash: events.at(-1)?.hash ?? "" };
  const { hash: _, ...facts } = proof.seal;
  const sealed = { ...facts, root: leafHash(sha256, leaf) };
  return JSON.stringify({ ...proof, events, leaf, path: [], seal: { ...sealed, hash: sha256(canonicalJson(sealed)) } });
}

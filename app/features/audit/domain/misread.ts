import { canonicalJson, readExact } from "~/kernel/canonical-json";
import { bodyOf, hashOf, type ChainedEvent, type Sha256 } from "./chain";

/** An event by its place, and the hash it was written with. */
export type NotedEvent = { stream: string; seq: number; hash: string };

/** What an auditor signed about events that verifiers took for changed. */
export type Note = {
  number: number;
  at: string;
  actorId: string;
  reason: string;
  events: readonly NotedEvent[];
  /** PEM */
  certificate: string;
  /** RSA with SHA-256, base64 */
  signature: string;
};

/**
 * Whether an event is what was written although a verifier that reads numbers as doubles finds another hash: an event of the
 * first form with a number that a double, or its JavaScript text, doesn't keep as the database wrote it. A forged event
 * never is.
 */
export function wasMisread(sha256: Sha256, event: ChainedEvent): boolean {
  if (event.form !== 1 || ![event.before, event.after, event.versions].some(holdsOddNumeral)) return false;
  return hashOf(sha256, bodyOf(sha256, event)) === event.hash;
}

function holdsOddNumeral(json: string | null): boolean {
  let isOdd = false;
  const look = (numeral: string) => {
    isOdd ||= String(Number(numeral)) !== numeral;
    return numeral;
  };
  if (json !== null) readExact(json, look);
  return isOdd;
}

/** What is signed of a note. */
export function noteText({ at, actorId, reason, events }: Omit<Note, "number" | "certificate" | "signature">): string {
  return canonicalJson({ at, actorId, reason, events });
}

import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addNote } from "../adapters/note.repository.server";
import { noteText, type NotedEvent } from "../domain/misread";
import { recordAudit } from "~/features/audit/audited.server";

/** Signs a text: certificate in PEM, RSA with SHA-256 in base64. */
export type SignText = (text: string) => { certificate: string; signature: string };

/**
 * Puts on record, signed, why events that verifiers took for changed are what was written. Only what `verifyLog` found to be
 * so can be explained, never an event that was forged.
 * @returns the number of the note
 * @throws Refusal `audit.reason-missing` (422), `audit.nothing-misread` (409)
 */
export async function explainMisread(
  deps: Deps & { actor: UserActor },
  { reason, events, sign }: { reason: string; events: readonly NotedEvent[]; sign: SignText },
): Promise<number> {
  const said = reason.trim();
  if (said === "") throw new Refusal("audit.reason-missing", 422);
  if (events.length === 0) throw new Refusal("audit.nothing-misread");
  const places = events.map(({ stream, seq, hash }) => ({ stream, seq, hash }));
  const note = { at: deps.clock.now().toISOString(), actorId: deps.actor.userId, reason: said, events: places };
  const number = await addNote(deps.tx, { ...note, ...sign(noteText(note)) });
  await recordAudit(deps, {
    action: "audit.explained",
    subject: { type: "auditNote", id: String(number) },
    after: { number, events: events.length, reason: said },
  });
  return number;
}

import { readProof, type Proof } from "~/features/audit/use-cases/read-proof.server";
import { recordAudit } from "~/features/applications/audited.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findTrack } from "../adapters/application.repository.server";

/**
 * The proof of a firm's own case.
 * @throws Refusal `applications.not-found` (404), also for another firm's case and for a draft, of which there is no log
 */
export async function proveCase(deps: Deps, id: string, enterpriseId: string): Promise<Proof> {
  const row = isUuid(id) ? await findTrack(deps.tx, id, enterpriseId) : null;
  if (!row || row.state === "draft") throw new Refusal("applications.not-found", 404);
  const proof = await readProof(deps.tx, { id, number: row.number, state: row.state });
  await recordAudit(deps, {
    action: "proof.exported",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { case: id, events: proof.events.length },
  });
  return proof;
}

import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { actorId } from "~/access/actor";
import { closeClaim, findClaim } from "../adapters/claim.repository.server";
import { addMember } from "../adapters/membership.repository.server";
import type { MembershipRole } from "~/access/permissions";

export type ClaimDecision = { kind: "grant"; role: MembershipRole } | { kind: "refuse"; reason: string };

/**
 * Decides a request to join: an owner those of the own firm (`scope` names it), the platform's administrator any.
 * @throws Refusal `request.not-found` (404) outside the scope, `identity.claim-decided` (409) when it has been decided
 */
export async function decideClaim(
  deps: Deps,
  scope: { enterpriseId: string } | "all",
  id: string,
  decision: ClaimDecision,
): Promise<void> {
  const claim = await findClaim(deps.tx, scope === "all" ? { id } : { id, enterpriseId: scope.enterpriseId });
  if (!claim) throw new Refusal("request.not-found", 404);
  const now = deps.clock.now();
  const granted = decision.kind === "grant";
  const closed = await closeClaim(deps.tx, id, {
    status: granted ? "granted" : "refused",
    reason: granted ? null : decision.reason,
    decidedAt: now,
    decidedById: actorId(deps.actor),
  });
  if (!closed) throw new Refusal("identity.claim-decided");
  const { userId, enterpriseId } = claim;
  if (granted) await addMember(deps.tx, { userId, enterpriseId, role: decision.role, createdAt: now });
  await recordAudit(deps, {
    action: granted ? "claim.granted" : "claim.refused",
    subject: { type: "claim", id },
    enterpriseId: claim.enterpriseId,
    after: { userId: claim.userId, ...decision },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: claim.userId },
      kind: granted ? "claimGranted" : "claimRefused",
      params: granted ? { firm: claim.enterprise.name } : { reason: decision.reason },
      href: granted ? "/firm" : "/account",
      dedupKey: `claim-decided:${id}`,
    },
  });
}

import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { actorId } from "~/access/actor";
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
  const where = scope === "all" ? { id } : { id, enterpriseId: scope.enterpriseId };
  const claim = await deps.tx.claim.findFirst({
    where,
    select: { enterpriseId: true, userId: true, enterprise: { select: { name: true } } },
  });
  if (!claim) throw new Refusal("request.not-found", 404);
  const now = deps.clock.now();
  const granted = decision.kind === "grant";
  const { count } = await deps.tx.claim.updateMany({
    where: { id, status: "open" },
    data: {
      status: granted ? "granted" : "refused",
      reason: granted ? null : decision.reason,
      decidedAt: now,
      decidedById: actorId(deps.actor),
    },
  });
  if (count !== 1) throw new Refusal("identity.claim-decided");
  if (granted) {
    await deps.tx.membership.createMany({
      data: [{ userId: claim.userId, enterpriseId: claim.enterpriseId, role: decision.role, createdAt: now }],
      skipDuplicates: true,
    });
  }
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

import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { addInvitation, spendInvitation } from "../adapters/membership.repository.server";
import { hashToken } from "../adapters/session.repository.server";
import type { UserActor } from "~/access/actor";
import { invitationMs } from "../domain/invitation";
import type { MembershipRole } from "~/access/permissions";

/** Makes an invitation to the firm. @returns the token; only its hash is kept, so it can be shown just once */
export async function inviteMember(
  deps: Deps & { actor: UserActor },
  enterpriseId: string,
  input: { role: MembershipRole; note: string | null },
): Promise<string> {
  const token = deps.random.token(32);
  const now = deps.clock.now();
  const id = await addInvitation(deps.tx, {
    ...input,
    tokenHash: hashToken(token),
    enterpriseId,
    createdById: deps.actor.userId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationMs),
  });
  await recordAudit(deps, {
    action: "invitation.created",
    subject: { type: "invitation", id },
    enterpriseId,
    after: input,
  });
  return token;
}

/** Takes an unused invitation back. @throws Refusal `request.not-found` (404) */
export async function revokeInvitation(deps: Deps, enterpriseId: string, id: string): Promise<void> {
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  if (!(await spendInvitation(deps.tx, { id, enterpriseId }, { revokedAt: deps.clock.now() })))
    throw new Refusal("request.not-found", 404);
  await recordAudit(deps, { action: "invitation.revoked", subject: { type: "invitation", id }, enterpriseId });
}

import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { addMember, findInvitation, ownersOf, spendInvitation } from "../adapters/membership.repository.server";
import { changeSession, hashToken } from "../adapters/session.repository.server";
import type { UserActor } from "~/access/actor";
import { isOpenInvitation } from "../domain/invitation";
import type { MembershipRole } from "~/access/permissions";

/** The firm and the role an invitation offers. @throws Refusal `identity.invitation-spent` (404) when it may not be used */
export async function readInvitation({ tx, clock }: Pick<Deps, "tx" | "clock">, token: string) {
  const found = await findInvitation(tx, hashToken(token));
  if (!found || !isOpenInvitation(found, clock.now())) throw new Refusal("identity.invitation-spent", 404);
  return {
    id: found.id,
    enterpriseId: found.enterpriseId,
    firm: found.enterprise.name,
    role: found.role as MembershipRole,
  };
}

/**
 * Lets a person into the firm that invited; a person who is in already keeps the role.
 * @throws Refusal `identity.invitation-spent` (404) when it may not, or no longer, be used
 */
export async function acceptInvitation(
  deps: Deps,
  token: string,
  person: { userId: string; displayName: string },
): Promise<{ enterpriseId: string }> {
  const { id, enterpriseId, firm, role } = await readInvitation(deps, token);
  const now = deps.clock.now();
  if (!(await spendInvitation(deps.tx, { id }, { acceptedAt: now, acceptedById: person.userId })))
    throw new Refusal("identity.invitation-spent", 404);
  await addMember(deps.tx, { userId: person.userId, enterpriseId, role, createdAt: now });
  await recordAudit(deps, {
    action: "invitation.accepted",
    subject: { type: "invitation", id },
    enterpriseId,
    after: { userId: person.userId, role },
  });
  await tellFirm(deps, { invitationId: id, enterpriseId, firm }, person);
  return { enterpriseId };
}

/** A person who is signed in accepts, and works for that firm from now on. @throws Refusal `identity.invitation-spent` (404) */
export async function acceptInvitationAs(deps: Deps & { actor: UserActor }, token: string): Promise<void> {
  const { enterpriseId } = await acceptInvitation(deps, token, deps.actor);
  await changeSession(deps.tx, deps.actor.sessionId, { activeEnterpriseId: enterpriseId });
}

async function tellFirm(
  deps: Deps,
  { invitationId, enterpriseId, firm }: { invitationId: string; enterpriseId: string; firm: string },
  person: { userId: string; displayName: string },
) {
  const owners = await ownersOf(deps.tx, enterpriseId);
  for (const userId of owners.filter((each) => each !== person.userId)) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId },
        kind: "memberJoined",
        params: { person: person.displayName, firm },
        href: "/firm/members",
        dedupKey: `joined:${invitationId}`,
      },
    });
  }
}

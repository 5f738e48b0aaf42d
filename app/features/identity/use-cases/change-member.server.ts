import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { changeMembership, lockMembers } from "../adapters/membership.repository.server";
import { leavesNoOwner } from "../domain/invitation";
import type { MembershipRole } from "~/access/permissions";

/**
 * Changes the role of a firm's member, or with null lets the member go.
 * @throws Refusal `request.not-found` (404), `identity.last-owner` (409)
 */
export async function changeMember(
  deps: Deps,
  enterpriseId: string,
  userId: string,
  role: MembershipRole | null,
): Promise<void> {
  // Two owners who remove each other at once must not both succeed.
  const members = await lockMembers(deps.tx, enterpriseId);
  const before = members.find((member) => member.userId === userId);
  if (!before) throw new Refusal("request.not-found", 404);
  if (leavesNoOwner(members, userId, role)) throw new Refusal("identity.last-owner");
  await changeMembership(deps.tx, { userId, enterpriseId }, role);
  await recordAudit(deps, {
    action: role ? "membership.changed" : "membership.ended",
    subject: { type: "user", id: userId },
    enterpriseId,
    before: { role: before.role },
    after: { role },
  });
}

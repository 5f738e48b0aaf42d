import type { MembershipRole } from "~/access/permissions";

/** An invitation lives for a week. */
export const invitationMs = 7 * 24 * 3600_000;

type Invitation = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null };

/** Whether an invitation may still be accepted. */
export function isOpenInvitation(invitation: Invitation, now: Date): boolean {
  return invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > now;
}

/** Whether a firm would be left without an owner when one member's role becomes `next` (null: leaves). */
export function leavesNoOwner(
  members: readonly { userId: string; role: string }[],
  userId: string,
  next: MembershipRole | null,
): boolean {
  return next !== "owner" && !members.some((member) => member.role === "owner" && member.userId !== userId);
}

import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** The invitation of a token, with the firm's name. */
export function findInvitation(tx: Tx, tokenHash: string) {
  return tx.invitation.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      enterpriseId: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
      enterprise: { select: { name: true } },
    },
  });
}

/** @returns the id */
export async function addInvitation(tx: Tx, data: Prisma.InvitationUncheckedCreateInput): Promise<string> {
  const { id } = await tx.invitation.create({ data, select: { id: true } });
  return id;
}

/** Uses an invitation up, or takes it back; of two who do at once only one finds it unused. */
export async function spendInvitation(
  tx: Tx,
  where: { id: string; enterpriseId?: string },
  data: { acceptedAt: Date; acceptedById: string } | { revokedAt: Date },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { ...where, acceptedAt: null, revokedAt: null }, data });
  return count === 1;
}

/** Invitations of a firm that may still be used, the newest first. */
export function openInvitations(tx: Tx, enterpriseId: string, now: Date) {
  return tx.invitation.findMany({
    where: { enterpriseId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, role: true, note: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}

/** Lets a person into a firm; who is in already keeps the role. */
export async function addMember(tx: Tx, data: Prisma.MembershipUncheckedCreateInput): Promise<void> {
  await tx.membership.createMany({ data: [data], skipDuplicates: true });
}

export async function isMember(tx: Tx, where: { enterpriseId: string; userId: string }): Promise<boolean> {
  return (await tx.membership.count({ where })) > 0;
}

/** Who owns a firm. */
export async function ownersOf(tx: Tx, enterpriseId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({ where: { enterpriseId, role: "owner" }, select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

/** The members of a firm, which stay as they are while it is locked: its row is the lock. */
export async function lockMembers(tx: Tx, enterpriseId: string): Promise<{ userId: string; role: string }[]> {
  await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id = ${enterpriseId}::uuid FOR UPDATE`;
  return tx.membership.findMany({ where: { enterpriseId }, select: { userId: true, role: true } });
}

/** Gives a member another role, or with null lets the member go. */
export async function changeMembership(
  tx: Tx,
  member: { userId: string; enterpriseId: string },
  role: string | null,
): Promise<void> {
  const where = { userId_enterpriseId: member };
  if (role) await tx.membership.update({ where, data: { role } });
  else await tx.membership.delete({ where });
}

/** The people of a firm, the oldest members first. */
export function findMembers(tx: Tx, enterpriseId: string) {
  return tx.membership.findMany({
    where: { enterpriseId },
    select: {
      userId: true,
      role: true,
      createdAt: true,
      user: { select: { displayName: true, loginName: true } },
    },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    take: 200,
  });
}

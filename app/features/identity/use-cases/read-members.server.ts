import type { Deps } from "~/platform/context.server";
import type { MembershipRole } from "~/access/permissions";

const person = { select: { displayName: true, loginName: true } } as const;

/** The people of a firm, its unused invitations and the open requests to join. */
export async function readMembers({ tx, clock }: Pick<Deps, "tx" | "clock">, enterpriseId: string) {
  const [members, invitations, claims] = await Promise.all([
    tx.membership.findMany({
      where: { enterpriseId },
      select: { userId: true, role: true, createdAt: true, user: person },
      orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
      take: 200,
    }),
    tx.invitation.findMany({
      where: { enterpriseId, acceptedAt: null, revokedAt: null, expiresAt: { gt: clock.now() } },
      select: { id: true, role: true, note: true, createdAt: true, expiresAt: true },
      orderBy: { createdAt: "desc" },
      take: 50,
    }),
    openClaims(tx, { enterpriseId }, { skip: 0, take: 50 }),
  ]);
  return {
    members: members.map(({ user, role, ...rest }) => ({ ...rest, ...user, role: role as MembershipRole })),
    invitations: invitations.map(({ role, ...rest }) => ({ ...rest, role: role as MembershipRole })),
    claims,
  };
}

/** Requests to join that nobody has decided, oldest first, with who asks. */
export async function openClaims(
  tx: Deps["tx"],
  where: { enterpriseId?: string },
  page: { skip: number; take: number },
) {
  const rows = await tx.claim.findMany({
    where: { ...where, status: "open" },
    select: {
      id: true,
      userId: true,
      statement: true,
      createdAt: true,
      enterprise: { select: { id: true, name: true, creditCode: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...page,
  });
  const users = await tx.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) } },
    select: { id: true, displayName: true, loginName: true },
  });
  const byId = new Map(users.map(({ id, ...rest }) => [id, rest]));
  return rows.map(({ userId, ...row }) => ({
    ...row,
    displayName: byId.get(userId)?.displayName ?? "",
    loginName: byId.get(userId)?.loginName ?? "",
  }));
}

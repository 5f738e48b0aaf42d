import type { Deps } from "~/platform/context.server";
import type { MembershipRole } from "~/access/permissions";
import { countOpenClaims as countOpen, findOpenClaims } from "../adapters/claim.repository.server";
import { findMembers, openInvitations } from "../adapters/membership.repository.server";
import { namesOf } from "../adapters/user.repository.server";

/** The people of a firm, its unused invitations and the open requests to join. */
export async function readMembers({ tx, clock }: Pick<Deps, "tx" | "clock">, enterpriseId: string) {
  const [members, invitations, claims] = await Promise.all([
    findMembers(tx, enterpriseId),
    openInvitations(tx, enterpriseId, clock.now()),
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
  const rows = await findOpenClaims(tx, where, page);
  const users = await namesOf(
    tx,
    rows.map(({ userId }) => userId),
  );
  const byId = new Map(users.map(({ id, ...rest }) => [id, rest]));
  return rows.map(({ userId, ...row }) => ({
    ...row,
    displayName: byId.get(userId)?.displayName ?? "",
    loginName: byId.get(userId)?.loginName ?? "",
  }));
}

/** How many requests to join nobody has decided. */
export function countOpenClaims(tx: Deps["tx"]): Promise<number> {
  return countOpen(tx);
}

import { createHash } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Only the hash of a token is stored. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The live session of a token with the person, the memberships and the firms' names. */
export function findSession(tx: Tx, token: string, now: Date) {
  return tx.session.findFirst({
    where: { id: hashToken(token), expiresAt: { gt: now }, user: { disabledAt: null } },
    include: {
      user: {
        include: {
          memberships: { include: { enterprise: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
        },
      },
    },
  });
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

export async function addSession(
  tx: Tx,
  token: string,
  data: Omit<Prisma.SessionUncheckedCreateInput, "id">,
): Promise<void> {
  await tx.session.create({ data: { ...data, id: hashToken(token) } });
}

export async function changeSession(
  tx: Tx,
  id: string,
  data: { activeEnterpriseId: string } | { lastSeenAt: Date },
): Promise<void> {
  await tx.session.update({ where: { id }, data });
}

/** Whose session it is, of a person or of anybody. */
export async function ownerOfSession(tx: Tx, where: { id: string; userId?: string }): Promise<string | null> {
  const found = await tx.session.findFirst({ where, select: { userId: true } });
  return found?.userId ?? null;
}

export async function endSession(tx: Tx, id: string): Promise<void> {
  await tx.session.deleteMany({ where: { id } });
}

/** Ends all sessions of a person but the one that stays. @returns how many */
export async function endSessionsOf(tx: Tx, userId: string, staying?: string): Promise<number> {
  const where = { userId, ...(staying === undefined ? {} : { id: { not: staying } }) };
  return (await tx.session.deleteMany({ where })).count;
}

/** Whose sessions: one person's, or everybody's by name. */
export type SessionScope = { userId: string } | { search: string | undefined };

/** Sessions that end after `now` and were seen since `seenSince`, the latest first, and how many there are. */
export async function findSessions(
  tx: Tx,
  { now, seenSince, scope }: { now: Date; seenSince: Date; scope: SessionScope },
  page: { skip: number; take: number },
) {
  const live = { expiresAt: { gt: now }, lastSeenAt: { gt: seenSince }, user: { disabledAt: null } };
  const where = { AND: [live, scopeWhere(scope)] };
  const [rows, total] = await Promise.all([
    tx.session.findMany({
      where,
      select: {
        id: true,
        createdAt: true,
        lastSeenAt: true,
        address: true,
        userAgent: true,
        user: { select: { loginName: true, displayName: true } },
      },
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      ...page,
    }),
    tx.session.count({ where }),
  ]);
  return { rows, total };
}

function scopeWhere(scope: SessionScope): Prisma.SessionWhereInput {
  if ("userId" in scope) return { userId: scope.userId };
  const { search } = scope;
  return search
    ? { user: { OR: [{ loginName: { contains: search.toLowerCase() } }, { displayName: { contains: search } }] } }
    : {};
}

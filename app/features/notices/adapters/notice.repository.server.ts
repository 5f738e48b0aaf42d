import { membershipsWith, rolesWith } from "~/access/permissions";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { NoticeOrder } from "../domain/notice-order";

/** The persons an order means; people whose account is disabled are told nothing. */
export async function recipientsOf(tx: Tx, to: NoticeOrder["to"]): Promise<{ id: string; email: string | null }[]> {
  return tx.user.findMany({
    where: { ...whoIs(to), disabledAt: null },
    select: { id: true, email: true },
    orderBy: { id: "asc" },
  });
}

function whoIs(to: NoticeOrder["to"]): Prisma.UserWhereInput {
  if ("userId" in to) return { id: to.userId };
  if ("enterpriseId" in to) {
    const { enterpriseId, needs } = to;
    return { memberships: { some: { enterpriseId, ...(needs ? { role: { in: membershipsWith(needs) } } : {}) } } };
  }
  return { ...to.office, roles: { hasSome: rolesWith(to.needs) }, id: { notIn: [...(to.except ?? [])] } };
}

/** Writes the rows that are new; a person who was told by this key already is left out of the answer. */
export function addOnce(tx: Tx, rows: Prisma.NoticeCreateManyInput[]): Promise<{ id: string; userId: string }[]> {
  return tx.notice.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true, userId: true } });
}

/** Which of these people were told what by these keys: `<key> <user>`. */
export async function sentNotices(
  tx: Tx,
  userIds: readonly string[],
  dedupKeys: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.notice.findMany({
    where: { userId: { in: [...userIds] }, dedupKey: { in: [...dedupKeys] } },
    select: { dedupKey: true, userId: true },
  });
  return new Set(rows.map(({ dedupKey, userId }) => `${dedupKey} ${userId}`));
}

export function findNotices(tx: Tx, where: Prisma.NoticeWhereInput, page: { skip: number; take: number }) {
  return tx.notice.findMany({
    where,
    select: { id: true, kind: true, params: true, href: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...page,
  });
}

/** A notice with its person, as a mail needs it. */
export function findForMail(tx: Tx, id: string) {
  return tx.notice.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      params: true,
      href: true,
      createdAt: true,
      user: { select: { email: true, locale: true, displayName: true, disabledAt: true } },
    },
  });
}

export async function markRead(tx: Tx, where: { userId: string; id?: string }, at: Date): Promise<number> {
  const { count } = await tx.notice.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } });
  return count;
}

export function countNotices(tx: Tx, where: Prisma.NoticeWhereInput): Promise<number> {
  return tx.notice.count({ where });
}

/** Where a person's own notice leads. */
export async function hrefOf(tx: Tx, where: { id: string; userId: string }): Promise<string | null> {
  return (await tx.notice.findFirst({ where, select: { href: true } }))?.href ?? null;
}

import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** The firm that has a code. */
export function findByCode(tx: Tx, creditCode: string): Promise<{ id: string; name: string } | null> {
  return tx.enterprise.findUnique({ where: { creditCode }, select: { id: true, name: true } });
}

/** @returns the id */
export async function addFirm(tx: Tx, data: Prisma.EnterpriseUncheckedCreateInput): Promise<string> {
  const { id } = await tx.enterprise.create({ data, select: { id: true } });
  return id;
}

/** Name and state of the code of a firm. */
export function codeOf(tx: Tx, id: string): Promise<{ name: string; codeState: string } | null> {
  return tx.enterprise.findUnique({ where: { id }, select: { name: true, codeState: true } });
}

/** Firms whose code fails the check digit and that nobody has looked at, the oldest first. */
export function firmsToConfirm(tx: Tx, page: { skip: number; take: number }) {
  return tx.enterprise.findMany({
    where: { codeState: "toConfirm" },
    select: { id: true, name: true, creditCode: true, regionCode: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...page,
  });
}

/** Decides on a code that waits; false where none does. */
export async function settleCode(tx: Tx, id: string, codeState: "confirmed" | "refused"): Promise<boolean> {
  const { count } = await tx.enterprise.updateMany({ where: { id, codeState: "toConfirm" }, data: { codeState } });
  return count === 1;
}

/** Names of the documents the platform holds for a firm. */
export async function documentNames(tx: Tx, enterpriseId: string): Promise<string[]> {
  const rows = await tx.enterpriseDocument.findMany({ where: { enterpriseId }, select: { name: true } });
  return rows.map(({ name }) => name);
}

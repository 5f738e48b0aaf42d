import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** The whole account of a login name. */
export function findByLogin(tx: Tx, loginName: string) {
  return tx.user.findUnique({ where: { loginName } });
}

export function findUser(tx: Tx, id: string) {
  return tx.user.findUnique({ where: { id } });
}

export async function isLoginTaken(tx: Tx, loginName: string): Promise<boolean> {
  return (await tx.user.count({ where: { loginName } })) > 0;
}

/** What a person may say about the own account. */
export function detailsOf(tx: Tx, id: string) {
  return tx.user.findUniqueOrThrow({ where: { id }, select: { displayName: true, email: true, locale: true } });
}

/** @returns the id */
export async function addUser(tx: Tx, data: Prisma.UserUncheckedCreateInput): Promise<string> {
  const { id } = await tx.user.create({ data, select: { id: true } });
  return id;
}

/** Changes an account, so that whoever read it before notices. */
export async function changeUser(tx: Tx, id: string, data: Prisma.UserUncheckedUpdateInput): Promise<void> {
  await tx.user.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/** The same of an account in the version that was read; false when somebody was faster. */
export async function changeUserAt(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: Prisma.UserUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
  return count === 1;
}

/** Counts failed tries of an account; that is no change of it. */
export async function countTries(
  tx: Tx,
  id: string,
  data: { failedLogins: number; lockedUntil?: Date | null },
): Promise<void> {
  await tx.user.update({ where: { id }, data });
}

/** People whose accounts hold any of these roles and are not disabled. */
export function peopleWith(
  tx: Tx,
  roles: readonly string[],
  except: readonly string[] = [],
): Promise<{ id: string; roles: string[] }[]> {
  return tx.user.findMany({
    where: { disabledAt: null, roles: { hasSome: [...roles] }, id: { notIn: [...except] } },
    select: { id: true, roles: true },
  });
}

/** Names of people. */
export function namesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; displayName: string; loginName: string }[]> {
  return tx.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, displayName: true, loginName: true },
  });
}

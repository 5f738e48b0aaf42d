import type { Prisma } from "~/generated/prisma/client";
import type { StaffRole } from "~/access/permissions";
import type { Tx } from "~/platform/db.server";

export type OfficialFilter = {
  search: string;
  role: StaffRole | null;
  departmentId: string;
  /** only those without a mail address */ withoutMail?: boolean;
};

type Office = { departmentId: string; regionCode: string };

const selected = {
  id: true,
  loginName: true,
  displayName: true,
  email: true,
  roles: true,
  departmentId: true,
  regionCode: true,
  disabledAt: true,
  lockedUntil: true,
  version: true,
} as const;

/** Officials' accounts by login name, and how many there are. */
export async function findOfficials(tx: Tx, filter: OfficialFilter, page: { skip: number; take: number }) {
  const where = whereOf(filter);
  const [rows, total] = await Promise.all([
    tx.user.findMany({ where, select: selected, orderBy: { loginName: "asc" }, ...page }),
    tx.user.count({ where }),
  ]);
  return { rows, total };
}

/** One official's account; none for people of firms. */
export function findOfficial(tx: Tx, id: string) {
  return tx.user.findFirst({ where: { id, roles: { isEmpty: false } }, select: selected });
}

function whereOf({ search, role, departmentId, withoutMail }: OfficialFilter): Prisma.UserWhereInput {
  return {
    roles: role ? { has: role } : { isEmpty: false },
    ...(departmentId ? { departmentId } : {}),
    ...(withoutMail ? { email: null, disabledAt: null } : {}),
    ...(search
      ? { OR: [{ loginName: { contains: search.toLowerCase() } }, { displayName: { contains: search } }] }
      : {}),
  };
}

/** How many officials who may sign in have no mail address. */
export function countWithoutMail(tx: Tx): Promise<number> {
  return tx.user.count({ where: { roles: { isEmpty: false }, email: null, disabledAt: null } });
}

/** People of an office with any of these roles, by name. */
export function officialsOf(tx: Tx, { departmentId, regionCode }: Office, roles: readonly StaffRole[]) {
  return byName(tx, { departmentId, regionCode, roles: { hasSome: [...roles] } });
}

/** Everybody with any of these roles, by name. */
export function officialsWith(tx: Tx, roles: readonly StaffRole[]) {
  return byName(tx, { roles: { hasSome: [...roles] } });
}

function byName(tx: Tx, where: Prisma.UserWhereInput) {
  return tx.user.findMany({
    where: { ...where, disabledAt: null },
    orderBy: { displayName: "asc" },
    select: { id: true, displayName: true, roles: true },
  });
}

/** The finance officers of a region. */
export async function financeOfficers(tx: Tx, regionCode: string): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { regionCode, disabledAt: null, roles: { has: "finance" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

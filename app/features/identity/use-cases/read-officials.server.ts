import type { Prisma } from "~/generated/prisma/client";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import type { StaffRole } from "~/access/permissions";

export const officialsPerPage = 30;

export type OfficialFilter = {
  search: string;
  role: StaffRole | null;
  departmentId: string;
  /** only those without a mail address */ withoutMail?: boolean;
};

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

/** One page of the officials' accounts, by login name. */
export async function readOfficials(tx: Tx, filter: OfficialFilter, page: number) {
  const where = officialWhere(filter);
  const [rows, total] = await Promise.all([
    tx.user.findMany({
      where,
      select: selected,
      orderBy: { loginName: "asc" },
      skip: (page - 1) * officialsPerPage,
      take: officialsPerPage,
    }),
    tx.user.count({ where }),
  ]);
  return {
    officials: rows.map((row) => ({ ...row, roles: row.roles as StaffRole[] })),
    total,
    pages: Math.ceil(total / officialsPerPage),
  };
}

/** One official's account. @throws Refusal `request.not-found` (404), also for people of firms */
export async function readOfficial(tx: Tx, id: string) {
  const row = isUuid(id)
    ? await tx.user.findFirst({ where: { id, roles: { isEmpty: false } }, select: selected })
    : null;
  if (!row) throw new Refusal("request.not-found", 404);
  return { ...row, roles: row.roles as StaffRole[] };
}

function officialWhere({ search, role, departmentId, withoutMail }: OfficialFilter): Prisma.UserWhereInput {
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

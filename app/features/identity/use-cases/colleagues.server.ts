import { rolesWith, type Permission } from "~/access/permissions";
import type { Tx } from "~/platform/db.server";

/** People of an office who may work on its cases. */
export function colleagues(tx: Tx, office: { departmentId: string; regionCode: string }) {
  return tx.user.findMany({
    where: {
      departmentId: office.departmentId,
      regionCode: office.regionCode,
      disabledAt: null,
      roles: { hasSome: ["reviewer", "approver", "departmentHead", "expert"] },
    },
    orderBy: { displayName: "asc" },
    select: { id: true, displayName: true, roles: true },
  });
}

/** The heads of an office: those who are told when a term is over. */
export async function headsOf(tx: Tx, office: { departmentId: string; regionCode: string }): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: {
      departmentId: office.departmentId,
      regionCode: office.regionCode,
      disabledAt: null,
      roles: { has: "departmentHead" },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether an office has anybody who may do something. */
export async function hasPeople(
  tx: Tx,
  office: { departmentId: string; regionCode: string },
  needs: Permission,
): Promise<boolean> {
  const { departmentId, regionCode } = office;
  const where = { departmentId, regionCode, disabledAt: null, roles: { hasSome: rolesWith(needs) } };
  return (await tx.user.count({ where })) > 0;
}

/** The finance officers of a region's treasury, who propose and release. */
export async function financeOfficers(tx: Tx, regionCode: string): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { regionCode, disabledAt: null, roles: { has: "finance" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The policy authors of an office, who say and sign whether its documents are in force. */
export async function authorsOf(tx: Tx, office: { departmentId: string; regionCode: string }): Promise<string[]> {
  const { departmentId, regionCode } = office;
  const roles = { hasSome: rolesWith("sign:policy:all") };
  const rows = await tx.user.findMany({
    where: { departmentId, regionCode, disabledAt: null, roles },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

import { rolesWith, type Permission, type StaffRole } from "~/access/permissions";
import type { Tx } from "~/platform/db.server";
import {
  financeOfficers as findFinanceOfficers,
  officialsOf,
  officialsWith,
} from "../adapters/official.repository.server";

type Office = { departmentId: string; regionCode: string };

/** People of an office who do what waits there. */
export function colleagues(tx: Tx, office: Office) {
  return officialsOf(tx, office, ["reviewer", "approver", "departmentHead", "expert", "finance", "policyAuthor"]);
}

/** Everybody who holds a permission, wherever they work. */
export function holdersOf(tx: Tx, needs: Permission) {
  return officialsWith(tx, rolesWith(needs));
}

/** The heads of an office: those who are told when a term is over. */
export function headsOf(tx: Tx, office: Office): Promise<string[]> {
  return idsOf(tx, office, ["departmentHead"]);
}

/** Whether an office has anybody who may do something. */
export async function hasPeople(tx: Tx, office: Office, needs: Permission): Promise<boolean> {
  return (await officialsOf(tx, office, rolesWith(needs))).length > 0;
}

/** The finance officers of a region's treasury, who propose and release. */
export function financeOfficers(tx: Tx, regionCode: string): Promise<string[]> {
  return findFinanceOfficers(tx, regionCode);
}

/** The policy authors of an office, who say and sign whether its documents are in force. */
export function authorsOf(tx: Tx, office: Office): Promise<string[]> {
  return colleaguesWith(tx, office, "sign:policy:all");
}

/** The people of an office who may do something. */
export function colleaguesWith(tx: Tx, office: Office, permission: Permission): Promise<string[]> {
  return idsOf(tx, office, rolesWith(permission));
}

async function idsOf(tx: Tx, office: Office, roles: readonly StaffRole[]): Promise<string[]> {
  return (await officialsOf(tx, office, roles)).map(({ id }) => id);
}

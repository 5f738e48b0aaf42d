import { staffRoles, type StaffRole } from "~/access/permissions";

const administrators: readonly StaffRole[] = ["systemAdministrator", "securityAdministrator", "auditor"];
const ofOffice: readonly StaffRole[] = ["reviewer", "approver", "departmentHead", "expert", "finance"];

/** Why a set of roles won't do, as the last part of a translation key. */
export type DutyProblem = "rolesNone" | "rolesSeparated" | "officeNeeded";

/**
 * Classified protection separates system, security and audit administration: who holds one of the three holds no other
 * role. Who reviews, approves or pays belongs to an office: a department and a place.
 */
export function dutyProblem(
  roles: readonly StaffRole[],
  office: { departmentId: string | null; regionCode: string | null },
): DutyProblem | null {
  if (roles.length === 0) return "rolesNone";
  if (roles.length > 1 && roles.some((role) => administrators.includes(role))) return "rolesSeparated";
  if (roles.some((role) => ofOffice.includes(role)) && !(office.departmentId && office.regionCode))
    return "officeNeeded";
  return null;
}

export function isStaffRole(text: string): text is StaffRole {
  return (staffRoles as readonly string[]).includes(text);
}

/** Roles of officials. Those of a firm's people are memberships: owner, operator, viewer. */
export const staffRoles = [
  "reviewer",
  "approver",
  "departmentHead",
  "expert",
  "finance",
  "economicOffice",
  "policyAuthor",
  "systemAdministrator",
  "securityAdministrator",
  "auditor",
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const membershipRoles = ["owner", "operator", "viewer"] as const;
export type MembershipRole = (typeof membershipRoles)[number];

/**
 * Permissions, declared by the contexts whose things they guard (`declares.ts`). `action:entity:access`; `own` is the active
 * firm, `department` the official's office, `all` the platform.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Permissions {}
export type Permission = keyof Permissions & string;

const viewer: Permission[] = ["read:profile:own", "read:match:own", "read:application:own"];
const operator: Permission[] = [...viewer, "write:profile:own", "write:application:own", "submit:application:own"];

const byMembership: Record<MembershipRole, readonly Permission[]> = {
  viewer,
  operator,
  owner: [...operator, "manage:member:own"],
};

const byStaffRole: Record<StaffRole, readonly Permission[]> = {
  reviewer: [
    "read:application:department",
    "review:application:department",
    "read:task:department",
    "resolve:trouble:department",
    "deliver:fact:department",
    "read:policy:all",
  ],
  approver: [
    "read:application:department",
    "review:application:department",
    "approve:application:department",
    "read:task:department",
    "resolve:trouble:department",
    "deliver:fact:department",
    "read:policy:all",
  ],
  departmentHead: [
    "read:application:department",
    "review:application:department",
    "approve:application:department",
    "read:task:department",
    "manage:task:department",
    "resolve:trouble:department",
    "deliver:fact:department",
    "read:policy:all",
  ],
  expert: ["read:application:department", "score:application:department"],
  finance: [
    "read:payment:region",
    "manage:payment:region",
    "read:budget:all",
    "manage:budget:all",
    "read:task:department",
    "resolve:trouble:department",
  ],
  economicOffice: [
    "read:monitoring:all",
    "export:monitoring:all",
    "read:budget:all",
    "read:firm:all",
    "read:policy:all",
  ],
  policyAuthor: ["read:policy:all", "write:policy:all", "sign:policy:all", "read:task:department"],
  systemAdministrator: [
    "manage:user:all",
    "manage:calendar:all",
    "read:workflow:all",
    "import:firm:all",
    "read:firm:all",
    "decide:claim:all",
    "read:task:department",
    "resolve:trouble:department",
    "resolve:trouble:all",
  ],
  securityAdministrator: ["read:session:all", "end:session:all", "confirm:address:all"],
  auditor: ["read:audit:all", "read:workflow:all", "read:monitoring:all", "read:policy:all"],
};

/** Every permission that anybody has. */
export const permissions: ReadonlySet<Permission> = new Set(
  [...Object.values(byStaffRole), ...Object.values(byMembership)].flat(),
);

/** Everything a person may do: by office, and by membership in the active firm. */
export function permissionsOf(roles: readonly StaffRole[], membership: MembershipRole | null): ReadonlySet<Permission> {
  return new Set([...roles.flatMap((role) => byStaffRole[role]), ...(membership ? byMembership[membership] : [])]);
}

/** The roles of officials that hold a permission. */
export function rolesWith(permission: Permission): StaffRole[] {
  return staffRoles.filter((role) => byStaffRole[role].includes(permission));
}

/** The memberships of a firm that hold a permission. */
export function membershipsWith(permission: Permission): MembershipRole[] {
  return membershipRoles.filter((role) => byMembership[role].includes(permission));
}

/** What a route demands: nobody in particular, anybody signed in, or a permission. */
export type Access = "public" | "signedIn" | Permission;

import type { MembershipRole, Permission, StaffRole } from "./permissions";

/** The signed-in person a request acts for. */
export type UserActor = {
  kind: "user";
  userId: string;
  loginName: string;
  displayName: string;
  locale: "zh" | "en";
  roles: readonly StaffRole[];
  departmentId: string | null;
  regionCode: string | null;
  sessionId: string;
  memberships: readonly { enterpriseId: string; enterpriseName: string; role: MembershipRole }[];
  /** The firm the person works for at the moment. */
  enterpriseId: string | null;
  permissions: ReadonlySet<Permission>;
  address: string | null;
};

/** The platform itself: workers, loading, seeding. */
export type SystemActor = { kind: "system"; name: "worker" | "loader" | "seed" };

export type Actor = UserActor | SystemActor;

/** The id stored in logs; the platform has none. */
export function actorId(actor: Actor): string | null {
  return actor.kind === "user" ? actor.userId : null;
}

/** The role written beside a decision: the office, else the membership, else the platform. */
export function actorRole(actor: Actor): string {
  if (actor.kind === "system") return `system:${actor.name}`;
  const membership = actor.memberships.find((each) => each.enterpriseId === actor.enterpriseId);
  return actor.roles.join("+") || membership?.role || "person";
}

/** The office whose cases an official may read; null for everybody else. */
export function caseOffice({
  departmentId,
  regionCode,
  permissions,
}: Pick<UserActor, "departmentId" | "regionCode" | "permissions">): {
  departmentId: string;
  regionCode: string;
} | null {
  return departmentId && regionCode && permissions.has("read:application:department")
    ? { departmentId, regionCode }
    : null;
}

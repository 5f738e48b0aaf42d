import { parse } from "cookie";
import { changeSession, findSession, type SessionRow } from "../adapters/session.repository.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type MembershipRole, type StaffRole } from "~/access/permissions";
import { sessionCookie, sessionLimits } from "../domain/session-limits";
import type { AppContext } from "~/platform/context.server";

const resolved = new WeakMap<AppContext, Promise<UserActor | null>>();

/** Who asks; looked up once a request, however many loaders ask. */
export function actorOf(request: Request, context: AppContext): Promise<UserActor | null> {
  const known = resolved.get(context);
  if (known) return known;
  const asked = resolveActor(request, context);
  resolved.set(context, asked);
  return asked;
}

async function resolveActor(request: Request, context: AppContext): Promise<UserActor | null> {
  // A value that can't be decoded is left as it is, and no session has it.
  const token = parse(request.headers.get("Cookie") ?? "")[sessionCookie(context.env.PUBLIC_URL)];
  if (!token) return null;
  const now = context.clock.now();
  const session = await findSession(context.prisma, token, now);
  if (!session) return null;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > sessionLimits.idleMs) return null;
  if (idleMs > sessionLimits.touchMs) {
    await changeSession(context.prisma, session.id, { lastSeenAt: now });
  }
  return toActor(session, context.address);
}

function toActor(session: SessionRow, address: string): UserActor {
  const { user } = session;
  const memberships = user.memberships.map((each) => ({
    enterpriseId: each.enterpriseId,
    enterpriseName: each.enterprise.name,
    role: each.role as MembershipRole,
  }));
  const active = memberships.find((each) => each.enterpriseId === session.activeEnterpriseId) ?? memberships[0] ?? null;
  const roles = user.roles as StaffRole[];
  return {
    kind: "user",
    userId: user.id,
    loginName: user.loginName,
    displayName: user.displayName,
    locale: user.locale === "en" ? "en" : "zh",
    roles,
    departmentId: user.departmentId,
    regionCode: user.regionCode,
    sessionId: session.id,
    memberships,
    enterpriseId: active?.enterpriseId ?? null,
    permissions: permissionsOf(roles, active?.role ?? null),
    address,
  };
}

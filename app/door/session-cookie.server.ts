import { serialize } from "cookie";
import { sessionCookie, sessionLimits } from "~/features/identity/domain/session-limits";
import type { Env } from "~/platform/env.server";

/** Set-Cookie that carries a new session token. */
export function sessionHeader(env: Pick<Env, "PUBLIC_URL">, token: string): string {
  return serialize(sessionCookie(env.PUBLIC_URL), token, { ...options(env), maxAge: sessionLimits.absoluteMs / 1000 });
}

/** Set-Cookie that forgets the session. */
export function noSessionHeader(env: Pick<Env, "PUBLIC_URL">): string {
  return serialize(sessionCookie(env.PUBLIC_URL), "", { ...options(env), maxAge: 0 });
}

function options(env: Pick<Env, "PUBLIC_URL">) {
  return { path: "/", httpOnly: true, sameSite: "lax" as const, secure: env.PUBLIC_URL?.startsWith("https:") ?? false };
}

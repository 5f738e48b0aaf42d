/** Classified protection level 3: idle 30 minutes, 12 hours in all; `touchMs` spares a write per request. */
export const sessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 3600_000, touchMs: 60_000 };

/** Name of the session cookie: with the `__Host-` prefix wherever the site is served over https. */
export function sessionCookie(publicUrl: string | undefined): string {
  return publicUrl?.startsWith("https:") ? "__Host-hqt" : "hqt";
}

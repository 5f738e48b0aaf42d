import type { Env } from "~/platform/env.server";

/** What a browser says of where a request comes from, and the address it reached us at. */
export type Coming = { origin: string | null | undefined; fetchSite: string | null | undefined; own: string };

/** Whether a writing request comes from our own pages (Origin, else Sec-Fetch-Site). */
export function isSameOrigin({ origin, fetchSite, own }: Coming, env: Pick<Env, "PUBLIC_URL">): boolean {
  if (!origin) return fetchSite === "same-origin";
  return origin === own || (env.PUBLIC_URL !== undefined && origin === new URL(env.PUBLIC_URL).origin);
}

/** The same of a Fetch API request. */
export function comingOf(request: Request): Coming {
  return {
    origin: request.headers.get("Origin"),
    fetchSite: request.headers.get("Sec-Fetch-Site"),
    own: new URL(request.url).origin,
  };
}

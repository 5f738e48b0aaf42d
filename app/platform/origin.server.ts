import type { Env } from "./env.server";

/** What a browser says of where a request comes from, and the address it reached us at. */
export type Coming = { origin: string | null | undefined; fetchSite: string | null | undefined; own: string };

/** The address people reach the platform at, for links in mails and on paper; that of this machine where none is set. */
export function publicAddress({ PUBLIC_URL, PORT }: Pick<Env, "PUBLIC_URL" | "PORT">): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

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

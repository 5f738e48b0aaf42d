import type { Env } from "./env.server";

/** Whether a writing request comes from our own pages (Origin, else Sec-Fetch-Site). */
export function isSameOrigin(request: Request, env: Pick<Env, "PUBLIC_URL">): boolean {
  const origin = request.headers.get("Origin");
  if (!origin) return request.headers.get("Sec-Fetch-Site") === "same-origin";
  return origin === new URL(request.url).origin || (env.PUBLIC_URL !== undefined && origin === new URL(env.PUBLIC_URL).origin);
}

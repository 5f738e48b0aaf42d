import type { Env } from "./env.server";

/** The address people reach the platform at, for links in mails and on paper; that of this machine where none is set. */
export function publicAddress({ PUBLIC_URL, PORT }: Pick<Env, "PUBLIC_URL" | "PORT">): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

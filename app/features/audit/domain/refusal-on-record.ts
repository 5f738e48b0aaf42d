import type { Refusal } from "~/kernel/refusal";

/** What somebody who is signed in, or the platform itself, asked for and did not get. */
export type Asked = {
  method: string;
  /** path of the page with the names of its keys: `/desk/cases/$id` */
  route: string;
  /** permission that the page demands, `signedIn` or `public`; `system` for steps of the worker */
  needed: string;
  /** the thing that was asked for, where the path names one */
  key: string | null;
};

/** Equal refusals of one person are written once in this time. */
export const refusalQuietMs = 10 * 60_000;

/**
 * Whether a refusal belongs in the log: every lack of a right (403), a thing of others or of nobody behind a sign-in (404;
 * the answer is the same, so that nobody learns which), and a deed that the state of its case or payment forbids (409).
 * What was merely typed wrong does not. Of the platform's own steps every refusal does: it types nothing.
 */
export function isOnRecord(
  { status }: Pick<Refusal, "status">,
  { method, needed }: Pick<Asked, "method" | "needed">,
): boolean {
  if (status === 403 || needed === "system") return true;
  if (status === 404) return needed !== "public";
  return status === 409 && method !== "GET";
}

/** What a request asked for. Keys come from outside: one that no thing could have is written as `?`. */
export function askedFor(
  request: { method: string; url: string },
  params: Readonly<Record<string, string | undefined>>,
  needed: string,
): Asked {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, `$${name}`]));
  const route = new URL(request.url).pathname
    .split("/")
    .map((part) => names.get(decoded(part)) ?? part)
    .join("/")
    .slice(0, 200);
  const [key] = Object.values(params);
  return {
    method: request.method,
    route,
    needed,
    key: key === undefined ? null : /^[\w.:-]{1,80}$/.test(key) ? key : "?",
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

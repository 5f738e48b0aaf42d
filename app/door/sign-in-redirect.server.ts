import { redirect } from "@remix-run/node";
import { isCleanText } from "~/kernel/clean-text";

/** Stands for this site where a place is read: no address of another has it. */
const own = "https://own.invalid";

/** Sends a visitor to sign in and back to the same place. */
export function redirectToSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back =
    request.method === "GET"
      ? pathname.replace(/\.data$/, "") + withoutRoutes(search)
      : pathname.replace(/\.data$/, "");
  return redirect(`/sign-in?${new URLSearchParams({ back })}`);
}

/** Only places on this site are followed after signing in, told by what a browser makes of them. */
export function safeReturn(back: string | null, fallback: string): string {
  if (!back?.startsWith("/") || /[\\\t\n\r]/.test(back) || !isCleanText(back) || !URL.canParse(back, own))
    return fallback;
  const { origin, pathname, search, hash } = new URL(back, own);
  return origin === own && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}

function withoutRoutes(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("_routes");
  return parameters.size > 0 ? `?${parameters}` : "";
}

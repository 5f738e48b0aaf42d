import { redirect } from "@remix-run/node";

/** Sends a visitor to sign in and back to the same place. */
export function redirectToSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back =
    request.method === "GET"
      ? pathname.replace(/\.data$/, "") + withoutRoutes(search)
      : pathname.replace(/\.data$/, "");
  return redirect(`/sign-in?${new URLSearchParams({ back })}`);
}

/** Only places on this site are followed after signing in. */
export function safeReturn(back: string | null, fallback: string): string {
  return back && /^\/(?![/\\])/.test(back) ? back : fallback;
}

function withoutRoutes(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("_routes");
  return parameters.size > 0 ? `?${parameters}` : "";
}

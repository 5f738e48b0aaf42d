import { redirect } from "@remix-run/node";
import { serialize } from "cookie";
import { guardedAction } from "./guard.server";
import { formValues } from "./read-form.server";
import { safeReturn } from "./sign-in-redirect.server";

const year = 365 * 24 * 3600;

/** An action that keeps one choice of a visitor in a cookie and goes back to where it was made. */
export function preferenceAction(field: string, cookie: string, allowed: readonly string[]) {
  return guardedAction("public", async ({ request, context }) => {
    const values = await formValues(request);
    const chosen = values[field] ?? "";
    const headers = new Headers();
    if (allowed.includes(chosen)) {
      const secure = context.env.PUBLIC_URL?.startsWith("https:") ?? false;
      headers.set("Set-Cookie", serialize(cookie, chosen, { path: "/", maxAge: year, sameSite: "lax", secure }));
    }
    return redirect(safeReturn(values["back"] ?? null, "/"), { headers });
  });
}

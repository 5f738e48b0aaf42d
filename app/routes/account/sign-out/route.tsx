import { redirect } from "@remix-run/node";
import { signOut } from "~/features/identity/use-cases/sign-out.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { noSessionHeader } from "~/door/session-cookie.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", () => redirect("/"));

export const action = guardedAction("public", async ({ context, actor }) => {
  if (actor) await perform(context, actor, (deps) => signOut({ ...deps, actor }));
  return redirect("/", { headers: { "Set-Cookie": noSessionHeader(context.env) } });
});

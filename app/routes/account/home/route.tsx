import { redirect } from "@remix-run/node";
import { homeOf } from "~/access/navigation";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "signedIn" } satisfies RouteHandle;

export const loader = guardedLoader("signedIn", ({ actor }) => redirect(homeOf(actor.permissions)));

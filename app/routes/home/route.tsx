import { redirect } from "@remix-run/node";
import { homeOf } from "~/features/identity/domain/navigation";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "signedIn" } satisfies RouteHandle;

export const loader = guardedLoader("signedIn", ({ actor }) => redirect(homeOf(actor.permissions)));

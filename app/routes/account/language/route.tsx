import { redirect } from "@remix-run/node";
import { guardedLoader } from "~/door/guard.server";
import { preferenceAction } from "~/door/preference.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", () => redirect("/"));

export const action = preferenceAction("language", "lang", ["zh", "en"]);

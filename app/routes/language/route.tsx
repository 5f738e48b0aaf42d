import { redirect } from "@remix-run/node";
import { guardedLoader } from "~/platform/guard.server";
import { preferenceAction } from "~/platform/preference.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", () => redirect("/"));

export const action = preferenceAction("language", "lang", ["zh", "en"]);

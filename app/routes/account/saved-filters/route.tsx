import { redirect } from "@remix-run/node";
import { removeFilter, saveFilter } from "~/features/identity/use-cases/saved-filters.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { stepOf } from "~/kernel/step-of";
import type { Deps } from "~/platform/context.server";

export const handle = { access: "signedIn" } satisfies RouteHandle;

/** Own lists only: their address and the filters behind it. */
const pages = ["/desk"];

export const loader = guardedLoader("signedIn", () => redirect("/home"));

export const action = guardedAction("signedIn", async ({ request, context, actor }) => {
  const { intent, id = "", page = "", name = "", query = "" } = await formValues(request);
  const list = pages.find((each) => each === page) ?? "/";
  const filter = {
    page: list,
    name: name.trim().slice(0, 20),
    query: new URLSearchParams(query.slice(0, 500)).toString(),
  };
  const steps = {
    remove: (deps: Deps) => removeFilter({ ...deps, actor }, id),
    save: (deps: Deps) => saveFilter({ ...deps, actor }, filter),
  };
  await perform(context, actor, stepOf(steps, intent));
  return redirect(`${list}?${new URLSearchParams(query.slice(0, 500))}`);
});

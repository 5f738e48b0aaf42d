import { redirect } from "@remix-run/node";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { ownFirm } from "~/platform/own-firm.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "write:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("write:application:own", ({ params }) => redirect(`/firm/matches/${params["itemId"] ?? ""}`));

/** Starts a draft or opens the one there is; a GET never makes one. */
export const action = guardedAction("write:application:own", async ({ request, params, context, actor }) => {
  const enterpriseId = ownFirm(actor);
  const { anew } = await formValues(request);
  const { id, state } = await perform(context, actor, (deps) => startDraft(deps, { enterpriseId, itemId: params["itemId"] ?? "", anew: anew === "1" }));
  return redirect(state === "draft" ? `/firm/drafts/${id}` : `/firm/applications/${id}`);
});

import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { switchFirm } from "~/features/identity/use-cases/switch-firm.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "signedIn" } satisfies RouteHandle;

export const loader = guardedLoader("signedIn", () => redirect("/account"));

export const action = guardedAction("signedIn", async ({ request, context, actor }) => {
  const { enterpriseId = "" } = await formValues(request);
  await perform(context, actor, (deps) => switchFirm({ ...deps, actor }, enterpriseId));
  return redirect("/firm");
});

/** Shown only when a foreign firm was asked for. */
export default function SwitchFirm() {
  return <RefusalAlert refusal={refusalOf(useActionData())} />;
}

import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { confirmObjection, readRequest } from "~/features/redemption/use-cases/request-objection.server";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "public" } satisfies RouteHandle;

/** Opening the link shows what it confirms; only the button confirms, since mail programs open links by themselves. */
export const loader = guardedLoader("public", async ({ request, context }) => {
  const { searchParams } = new URL(request.url);
  if (searchParams.has("sent")) return { shown: null, token: "" };
  const token = searchParams.get("token") ?? "";
  const { objectionId, shown } = await readRequest({ tx: context.prisma, clock: context.clock }, token);
  if (objectionId) throw redirect(`/objections/${objectionId}`);
  return { shown, token };
});

export const action = guardedAction("public", async ({ request, context, actor }) => {
  const { token = "" } = await formValues(request);
  const id = await perform(context, actor ?? ({ kind: "system", name: "worker" } as const), (deps) =>
    confirmObjection(deps, token),
  );
  return redirect(`/objections/${id}?raised=1`);
});

export default function ConfirmObjection() {
  const { shown, token } = useLoaderData<typeof loader>();
  const refusal = refusalOf(useActionData());
  const { t } = useWords("redemption");
  const say = useSay();
  if (!shown)
    return (
      <>
        <PageTitle title={t("objection.sentTitle")} />
        <Alert tone="info" title={t("objection.sent")}>
          <p>{t("objection.sentText")}</p>
        </Alert>
      </>
    );
  const rows = [
    { key: "firm", label: t("publicity.firm"), value: shown.firm },
    { key: "item", label: t("publicity.item"), value: say(shown.item) },
    { key: "text", label: t("objection.text"), value: shown.text },
  ];
  return (
    <>
      <PageTitle title={t("objection.confirmTitle")} lead={t("objection.confirmLead")} />
      <RefusalAlert refusal={refusal} />
      <section className="card">
        <SummaryList rows={rows} />
        <Form method="post" className="mt-4">
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{t("objection.confirm")}</SubmitButton>
        </Form>
      </section>
    </>
  );
}

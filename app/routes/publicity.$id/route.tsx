import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { casesWithNotice } from "~/features/documents/use-cases/public-notice.server";
import { NoticeLink } from "~/features/redemption/ui/notice-link";
import { raiseObjection, readPublicity } from "~/features/redemption/use-cases/raise-objection.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ params, context }) => {
  const { id, applicationId, firm, item, endsOn, amountFen } = await readPublicity(
    { tx: context.prisma },
    params["id"] ?? "",
  );
  const hasNotice = (await casesWithNotice(context.prisma, [applicationId])).has(applicationId);
  return { shown: { id, firm, item, endsOn, amountFen, hasNotice }, key: context.random.uuid() };
});

export const action = guardedAction("public", async ({ request, params, context, actor }) => {
  const { objector = "", contact = "", text = "", idempotencyKey = "" } = await formValues(request);
  const sender = actor ?? ({ kind: "system", name: "worker" } as const);
  const id = await perform(context, sender, (deps) =>
    raiseObjection(deps, { publicityId: params["id"] ?? "", objector, contact, text, idempotencyKey }),
  );
  return redirect(`/objections/${id}?raised=1`);
});

export default function RaiseObjection() {
  const { shown, key } = useLoaderData<typeof loader>();
  const { t } = useTranslation("redemption");
  const rows = [
    { key: "firm", label: t("publicity.firm"), value: shown.firm },
    { key: "item", label: t("publicity.item"), value: shown.item },
    { key: "sum", label: t("publicity.sum"), value: <Money fen={shown.amountFen} /> },
    { key: "to", label: t("publicity.to"), value: shown.endsOn },
    {
      key: "notice",
      label: t("publicity.notice"),
      value: shown.hasNotice ? <NoticeLink id={shown.id} /> : t("publicity.noticeComing"),
    },
  ];
  return (
    <>
      <PageTitle title={t("objection.title")} lead={t("objection.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <section className="card mb-6">
        <SummaryList rows={rows} />
      </section>
      <section className="card">
        <KeptForm keep={`objection:${shown.id}`}>
          {(kept) => (
            <>
              <input type="hidden" name="idempotencyKey" value={key} />
              <TextField name="objector" label={t("objection.objector")} value={kept["objector"]} />
              <TextField name="contact" label={t("objection.contact")} value={kept["contact"]} />
              <TextAreaField name="text" label={t("objection.text")} value={kept["text"]} />
              <SubmitButton>{t("objection.send")}</SubmitButton>
            </>
          )}
        </KeptForm>
      </section>
    </>
  );
}

import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { casesWithNotice } from "~/features/documents/use-cases/public-notice.server";
import { NoticeLink } from "~/features/redemption/ui/notice-link";
import {
  handleObjectionForm,
  mayEnter,
  withinObjectionLimit,
} from "./objection-form.server";
import { readPublicity } from "~/features/redemption/use-cases/raise-objection.server";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf, refusedFields } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ params, context, actor }) => {
  const { id, applicationId, firm, item, endsOn, amountFen } = await readPublicity(
    { tx: context.prisma },
    params["id"] ?? "",
  );
  const hasNotice = (await casesWithNotice(context.prisma, [applicationId])).has(applicationId);
  return {
    shown: { id, firm, item, endsOn, amountFen, hasNotice },
    key: context.random.uuid(),
    sender: actor === null ? ("stranger" as const) : mayEnter(actor) ? ("official" as const) : ("person" as const),
    name: actor?.displayName ?? "",
  };
});

export const action = guardedAction("public", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const id = await withinObjectionLimit(context, actor, () =>
    perform(context, actor ?? ({ kind: "system", name: "worker" } as const), (deps) =>
      handleObjectionForm(
        deps,
        { publicityId: params["id"] ?? "", key: Buffer.from(context.env.DATA_KEY, "base64"), user: actor },
        values,
      ),
    ),
  );
  return redirect(id ? `/objections/${id}?raised=1` : "/objections/confirm?sent=1");
});

/** The field that each refusal is about. */
const fields = {
  "redemption.objector-missing": "objector",
  "redemption.contact-missing": "contact",
  "redemption.email-wrong": "email",
  "redemption.identity-missing": "identity",
  "redemption.objection-empty": "text",
};

export default function RaiseObjection() {
  const { shown, key, sender, name } = useLoaderData<typeof loader>();
  const { t } = useWords("redemption");
  const say = useSay();
  const answer = useActionData();
  const errors = refusedFields(answer, fields);
  const rows = [
    { key: "firm", label: t("publicity.firm"), value: shown.firm },
    { key: "item", label: t("publicity.item"), value: say(shown.item) },
    { key: "sum", label: t("publicity.sum"), value: <Money fen={shown.amountFen} /> },
    { key: "to", label: t("publicity.to"), value: <TermDay day={shown.endsOn} /> },
    {
      key: "notice",
      label: t("publicity.notice"),
      value: shown.hasNotice ? <NoticeLink id={shown.id} /> : t("publicity.noticeComing"),
    },
  ];
  return (
    <>
      <PageTitle title={t("objection.title")} lead={t("objection.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <section className="card mb-6">
        <SummaryList rows={rows} />
        <ProvisionalNote days={[shown.endsOn]} />
      </section>
      <section className="card">
        <KeptForm keep={`objection:${shown.id}`}>
          {(kept) => (
            <>
              <input type="hidden" name="idempotencyKey" value={key} />
              <Alert tone="info">{t(`objection.as.${sender}`, { name })}</Alert>
              {sender !== "person" && (
                <TextField
                  name="objector"
                  label={t("objection.objector")}
                  value={kept["objector"]}
                  error={errors["objector"]}
                />
              )}
              <TextField
                name="contact"
                label={t("objection.contact")}
                value={kept["contact"]}
                error={errors["contact"]}
              />
              {sender !== "person" && (
                <TextField
                  name="email"
                  type="email"
                  label={t(sender === "stranger" ? "objection.email" : "objection.emailIfAny")}
                  value={kept["email"]}
                  error={errors["email"]}
                />
              )}
              {sender === "official" && (
                <TextField
                  name="identity"
                  label={t("objection.identity")}
                  hint={t("objection.identityHint")}
                  value={kept["identity"]}
                  error={errors["identity"]}
                />
              )}
              <TextAreaField name="text" label={t("objection.text")} value={kept["text"]} error={errors["text"]} />
              <SubmitButton>{t(sender === "stranger" ? "objection.sendLink" : "objection.send")}</SubmitButton>
            </>
          )}
        </KeptForm>
      </section>
    </>
  );
}

import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readGroupForm } from "~/features/enterprises/use-cases/read-group-form.server";
import { saveGroup } from "~/features/enterprises/use-cases/save-group.server";
import { QuickQuestion } from "~/features/matching/ui/quick-check-form";
import { languageOf } from "~/i18n/i18n.server";
import { useLanguage } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { ownFirm } from "~/platform/own-firm.server";
import { formValues } from "~/platform/read-form.server";
import { safeReturn } from "~/platform/sign-in-redirect.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { DateTimeText } from "~/ui/date-text";
import { ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:profile:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:profile:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const { searchParams } = new URL(request.url);
  const all = searchParams.has("all");
  const form = await readGroupForm(deps, ownFirm(actor), params["group"] ?? "", { all, language: await languageOf(request) });
  return { ...form, all, back: searchParams.get("back"), mayWrite: actor.permissions.has("write:profile:own") };
});

export const action = guardedAction("write:profile:own", async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
  const values = await formValues(request);
  const errors = await perform(context, actor, (deps) => saveGroup(deps, ownFirm(actor), params["group"] ?? "", values));
  return Object.keys(errors).length > 0 ? { errors, values } : redirect(safeReturn(new URL(request.url).searchParams.get("back"), "/firm/profile"));
});

export default function ProfileGroup() {
  const { label, year, questions, all, back, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useTranslation("enterprises");
  const language = useLanguage();
  return (
    <>
      <PageTitle title={label} lead={t("profile.year", { year })}>
        <Link to={`?${new URLSearchParams({ ...(all ? {} : { all: "" }), ...(back ? { back } : {}) })}`} className="button button-quiet">{t(all ? "profile.relevant" : "profile.all")}</Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={Object.fromEntries(questions.map((question) => [question.name, question[language]]))} />
      <Form method="post" className="card" noValidate>
        {questions.map((question) => (
          <div key={question.name}>
            <QuickQuestion fact={question} said={answer?.values?.[question.name] ?? question.value} error={answer?.errors?.[question.name]} />
            {question.said && <p className="-mt-4 mb-5 text-sm text-muted">{t(`profile.source.${question.said.source}`)} · <DateTimeText at={question.said.at} /></p>}
          </div>
        ))}
        {mayWrite && <SubmitButton>{t("profile.save")}</SubmitButton>}
      </Form>
    </>
  );
}

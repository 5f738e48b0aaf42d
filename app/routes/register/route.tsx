import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { registrationSchema } from "~/features/enterprises/enterprises.schema";
import { registerFirm } from "~/features/identity/use-cases/register-firm.server";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import { places } from "~/features/policies/domain/places";
import { placeOptions } from "~/features/policies/ui/place-options";
import { useLanguage } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { readForm, withoutSecrets } from "~/platform/read-form.server";
import { sessionHeader } from "~/platform/session-cookie.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, SelectField, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { IndustryField } from "~/ui/industry-field";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ context }) => {
  const { registry } = context.catalogue;
  return {
    places: places(registry),
    zones: registry.zones.map(({ park, zh, en }) => ({ park, zh, en })),
    legalForms: registry.facts.get("legalForm")?.values ?? [],
  };
});

type Answer = FormAnswer & { taken?: boolean };

export const action = guardedAction("public", async ({ request, context }): Promise<Answer | Response> => {
  const form = await readForm(request, registrationSchema);
  if (!form.ok) return form.answer;
  const values = withoutSecrets(form.values);
  const result = await registerFirm(context, form.data);
  if (result.kind === "problem") return { values, errors: { [result.field]: result.problem } };
  if (result.kind === "taken") return { values, errors: {}, taken: true };
  const token = await openSession(context, result.userId, { address: context.address, userAgent: request.headers.get("User-Agent") });
  return redirect("/firm", { headers: { "Set-Cookie": sessionHeader(context.env, token) } });
});

const fields = ["creditCode", "name", "legalForm", "region", "park", "industry", "displayName", "loginName", "email", "password"] as const;

export default function Register() {
  const { places: all, zones, legalForms } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const { t } = useTranslation(["identity", "common"]);
  const language = useLanguage();
  const labels = Object.fromEntries(fields.map((name) => [name, t(`register.${name}`)]));
  const at = (name: (typeof fields)[number]) => ({ name, label: t(`register.${name}`), error: answer?.errors?.[name], value: answer?.values?.[name] });
  return (
    <>
      <PageTitle title={t("register.title")} lead={t("register.lead")} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      {answer?.taken && <Alert tone="warn">{t("register.taken")}</Alert>}
      <Form method="post" className="card max-w-3xl" noValidate>
        <h2 className="mb-4">{t("register.firm")}</h2>
        <TextField {...at("creditCode")} hint={t("register.creditCodeHint")} autoComplete="off" />
        <TextField {...at("name")} autoComplete="organization" />
        <SelectField {...at("legalForm")} options={legalForms.map((form) => ({ value: form.value, label: form[language] }))} empty="" />
        <SelectField {...at("region")} value={answer?.values?.["region"] ?? "340500"} options={placeOptions(all, language)} />
        <SelectField {...at("park")} options={zones.map((zone) => ({ value: zone.park, label: zone[language] }))} empty={t("register.noPark")} />
        <IndustryField {...at("industry")} hint={t("register.industryHint")} />
        <h2 className="mb-4 mt-8">{t("register.person")}</h2>
        <TextField {...at("displayName")} autoComplete="name" />
        <TextField {...at("loginName")} hint={t("register.loginNameHint")} autoComplete="username" />
        <TextField {...at("email")} type="email" hint={t("register.emailHint")} optional autoComplete="email" />
        <TextField {...at("password")} type="password" hint={t("register.passwordHint")} autoComplete="new-password" />
        <SubmitButton>{t("register.submit")}</SubmitButton>
      </Form>
    </>
  );
}

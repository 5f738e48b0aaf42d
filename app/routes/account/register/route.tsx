import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { PersonFields } from "~/features/identity/ui/person-fields";
import { places } from "~/features/policies/domain/places";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { ErrorSummary, SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { ClaimForm } from "./claim-form";
import { FirmFields } from "./firm-fields";
import { claim, register } from "./register.server";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ context, actor }) => {
  if (actor && actor.roles.length > 0) throw redirect("/home");
  const { registry } = context.catalogue;
  const options = {
    places: places(registry),
    zones: registry.zones.map(({ park, zh, en }) => ({ park, zh, en })),
    legalForms: registry.facts.get("legalForm")?.values ?? [],
  };
  return { options, person: actor?.displayName ?? null };
});

export const action = guardedAction("public", async ({ request, context, actor }) => {
  // Who decides about applications registers no firm with the same account.
  if (actor && actor.roles.length > 0) throw new Refusal("request.forbidden", 403);
  const { intent = "register" } = await formValues(request.clone());
  return stepOf({ claim, register }, intent)({ request, context, actor });
});

const fields = [
  "creditCode",
  "name",
  "legalForm",
  "region",
  "park",
  "industry",
  "statement",
  "displayName",
  "loginName",
  "email",
  "password",
] as const;

export default function Register() {
  const { options, person } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useWords("identity");
  const { errors = {}, values = {}, taken = false } = answered && "errors" in answered ? answered : {};
  const labels = Object.fromEntries(fields.map((name) => [name, t(`register.${name}`)]));
  return (
    <>
      <PageTitle title={t("register.title")} lead={t("register.lead")} />
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary errors={errors} labels={labels} />
      {taken ? (
        <ClaimForm errors={errors} values={values} isSignedIn={person !== null} />
      ) : (
        <Form method="post" className="card max-w-3xl" noValidate>
          <h2 className="mb-4">{t("register.firm")}</h2>
          <FirmFields options={options} errors={errors} values={values} />
          <h2 className="mb-4 mt-8">{t("register.person")}</h2>
          {person === null ? (
            <PersonFields errors={errors} values={values} />
          ) : (
            <p className="mb-4">{t("invitation.as", { person })}</p>
          )}
          <SubmitButton>{t("register.submit")}</SubmitButton>
        </Form>
      )}
    </>
  );
}

import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { officialSchema } from "~/features/identity/identity.schema";
import { OfficeFields } from "~/features/identity/ui/office-fields";
import { officeOptions } from "~/features/identity/ui/office-options";
import { createOfficial } from "~/features/identity/use-cases/create-official.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readForm } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "manage:user:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:user:all", ({ context }) => ({
  options: officeOptions(context.catalogue),
}));

type Answer = FormAnswer | { sent: string; loginName: string };

export const action = guardedAction("manage:user:all", async ({ request, context, actor }): Promise<Answer> => {
  const form = await readForm(request, officialSchema, ["roles"]);
  if (!form.ok) return form.answer;
  const problem = await createOfficial(context, actor, form.data);
  if (!problem) return { sent: form.data.email, loginName: form.data.loginName };
  return { errors: { [problem.field]: problem.problem }, values: { ...form.values, roles: form.data.roles.join(",") } };
});

export default function NewUser() {
  const { options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("identity");
  if (answer && "sent" in answer)
    return (
      <>
        <PageTitle title={t("users.created")} />
        <Alert tone="good" title={answer.loginName}>
          {t("users.linkSent", { email: answer.sent })}
        </Alert>
        <Link to="/admin/users" className="button button-secondary">
          {t("users.back")}
        </Link>
      </>
    );
  const { errors = {}, values = {} } = answer && "errors" in answer ? answer : {};
  const labels = {
    loginName: t("users.loginName"),
    displayName: t("users.name"),
    email: t("users.email"),
    departmentId: t("users.department"),
    regionCode: t("users.region"),
    roles: t("users.roles"),
  };
  return (
    <>
      <PageTitle title={t("users.create")}>
        <Link to="/admin/users" className="button button-quiet">
          {t("users.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={errors} labels={labels} />
      <Form method="post" className="card" noValidate>
        <TextField
          name="loginName"
          label={labels.loginName}
          hint={t("register.loginNameHint")}
          value={values["loginName"]}
          error={errors["loginName"]}
          autoComplete="off"
        />
        <TextField
          name="displayName"
          label={labels.displayName}
          value={values["displayName"]}
          error={errors["displayName"]}
          autoComplete="off"
        />
        <TextField
          name="email"
          type="email"
          label={labels.email}
          value={values["email"]}
          error={errors["email"]}
          autoComplete="off"
        />
        <OfficeFields
          options={options}
          values={{
            departmentId: values["departmentId"] ?? "",
            regionCode: values["regionCode"] ?? "340500",
            roles: (values["roles"] ?? "").split(","),
          }}
          errors={errors}
        />
        <SubmitButton>{t("users.create")}</SubmitButton>
      </Form>
    </>
  );
}

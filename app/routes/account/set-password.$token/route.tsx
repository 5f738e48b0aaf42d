import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readPasswordLink, setPassword } from "~/features/identity/use-cases/set-password.server";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { sessionHeader } from "~/door/session-cookie.server";
import type { RouteHandle } from "~/routes-handle";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ params, context }) => {
  const { loginName } = await readPasswordLink({ tx: context.prisma, clock: context.clock }, params["token"] ?? "");
  return { loginName };
});

export const action = guardedAction("public", async ({ request, params, context }): Promise<FormAnswer | Response> => {
  const { password = "", again = "" } = await formValues(request);
  if (password !== again) return { errors: { again: "identity:passwordLink.differs" }, values: {} };
  const result = await setPassword(context, params["token"] ?? "", password);
  if ("problem" in result) return { errors: { password: result.problem }, values: {} };
  const session = await openSession(context, result.userId, {
    address: context.address,
    userAgent: request.headers.get("User-Agent"),
  });
  return redirect("/home", { headers: { "Set-Cookie": sessionHeader(context.env, session) } });
});

/** An official sets the own password by the link that was mailed. */
export default function SetPassword() {
  const { loginName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("identity");
  const errors = answer && "errors" in answer ? answer.errors : {};
  const labels = { password: t("passwordLink.password"), again: t("passwordLink.again") };
  return (
    <>
      <PageTitle title={t("passwordLink.title")} lead={t("passwordLink.lead", { loginName })} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={errors} labels={labels} />
      <Form method="post" className="card max-w-xl" noValidate>
        {(["password", "again"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="password"
            label={labels[name]}
            error={errors[name]}
            autoComplete="new-password"
          />
        ))}
        <SubmitButton>{t("passwordLink.submit")}</SubmitButton>
      </Form>
    </>
  );
}

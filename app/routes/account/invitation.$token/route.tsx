import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { personSchema } from "~/features/identity/identity.schema";
import { PersonFields } from "~/features/identity/ui/person-fields";
import { acceptInvitationAs, readInvitation } from "~/features/identity/use-cases/accept-invitation.server";
import { joinFirm } from "~/features/identity/use-cases/join-firm.server";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readForm, withoutSecrets } from "~/door/read-form.server";
import { sessionHeader } from "~/door/session-cookie.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ params, context, actor }) => {
  const { firm, role } = await readInvitation({ tx: context.prisma, clock: context.clock }, params["token"] ?? "");
  return { firm, role, person: actor?.displayName ?? null };
});

export const action = guardedAction(
  "public",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const token = params["token"] ?? "";
    if (actor) {
      await perform(context, actor, (deps) => acceptInvitationAs({ ...deps, actor }, token));
      return redirect("/firm");
    }
    const form = await readForm(request, personSchema);
    if (!form.ok) return form.answer;
    const result = await joinFirm(context, token, form.data);
    if (result.kind === "problem")
      return { errors: { [result.field]: result.problem }, values: withoutSecrets(form.values) };
    const session = await openSession(context, result.userId, {
      address: context.address,
      userAgent: request.headers.get("User-Agent"),
    });
    return redirect("/firm", { headers: { "Set-Cookie": sessionHeader(context.env, session) } });
  },
);

export default function Invitation() {
  const { firm, role, person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("identity");
  const { pathname } = useLocation();
  const { errors = {}, values = {} } = answer && "errors" in answer ? answer : {};
  const labels = {
    displayName: t("register.displayName"),
    loginName: t("register.loginName"),
    email: t("register.email"),
    password: t("register.password"),
  };
  return (
    <>
      <PageTitle title={t("invitation.title")} lead={t("invitation.lead", { firm, role: t(`roles.${role}`) })} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={errors} labels={labels} />
      <Form method="post" className="card max-w-3xl" noValidate>
        {person ? (
          <p className="mb-4">{t("invitation.as", { person })}</p>
        ) : (
          <>
            <p className="mb-4">
              {t("invitation.have")}{" "}
              <Link to={`/sign-in?${new URLSearchParams({ back: pathname })}`}>{t("invitation.signIn")}</Link>
            </p>
            <PersonFields errors={errors} values={values} />
          </>
        )}
        <SubmitButton>{t(person ? "invitation.accept" : "invitation.create")}</SubmitButton>
      </Form>
    </>
  );
}

import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { passwordChangeSchema, personDetailsSchema } from "~/features/identity/identity.schema";
import { DetailsForm, PasswordForm } from "~/features/identity/ui/account-forms";
import { OwnFirms } from "~/features/identity/ui/own-firms";
import { SessionTable } from "~/features/identity/ui/session-table";
import { changeDetails, readDetails } from "~/features/identity/use-cases/change-details.server";
import { changePassword } from "~/features/identity/use-cases/change-password.server";
import { endSession } from "~/features/identity/use-cases/end-session.server";
import { readOwnClaims } from "~/features/identity/use-cases/own-claims.server";
import { readSessions } from "~/features/identity/use-cases/read-sessions.server";
import type { UserActor } from "~/access/actor";
import type { AppContext } from "~/platform/context.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues, readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import type { FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "signedIn" } satisfies RouteHandle;

export const loader = guardedLoader("signedIn", async ({ context, actor }) => {
  const [details, { sessions }, claims] = await Promise.all([
    readDetails(context.prisma, actor.userId),
    readSessions({ tx: context.prisma, clock: context.clock }, { userId: actor.userId }, 1),
    readOwnClaims(context.prisma, actor.userId),
  ]);
  const { loginName, sessionId, memberships, enterpriseId, roles } = actor;
  return {
    details: { ...details, locale: details.locale === "en" ? ("en" as const) : ("zh" as const) },
    sessions,
    claims,
    loginName,
    sessionId,
    memberships,
    enterpriseId,
    isOfficial: roles.length > 0,
  };
});

type Answer = { form: "details" | "password"; done: boolean; answer?: FormAnswer };

export const action = guardedAction("signedIn", async ({ request, context, actor }) => {
  const { intent, id = "" } = await formValues(request.clone());
  const steps = {
    end: async () => {
      await perform(context, actor, (deps) => endSession(deps, { userId: actor.userId }, id));
      return null;
    },
    password: async () => data(await savePassword(request, context, actor)),
    details: async () => data(await saveDetails(request, context, actor)),
  };
  return stepOf(steps, intent)();
});

async function saveDetails(request: Request, context: AppContext, actor: UserActor): Promise<Answer> {
  const form = await readForm(request, personDetailsSchema);
  if (!form.ok) return { form: "details", done: false, answer: form.answer };
  const problem = await perform(context, actor, (deps) => changeDetails({ ...deps, actor }, form.data));
  if (problem)
    return {
      form: "details",
      done: false,
      answer: { errors: { [problem.field]: problem.problem }, values: form.values },
    };
  return { form: "details", done: true };
}

async function savePassword(request: Request, context: AppContext, actor: UserActor): Promise<Answer> {
  const form = await readForm(request, passwordChangeSchema);
  if (!form.ok) return { form: "password", done: false, answer: form.answer };
  const problem = await changePassword(context, actor, form.data);
  return problem
    ? { form: "password", done: false, answer: { errors: { [problem.field]: problem.problem }, values: {} } }
    : { form: "password", done: true };
}

export default function Account() {
  const { details, sessions, claims, loginName, sessionId, memberships, enterpriseId, isOfficial } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer = answered && "form" in answered ? answered : null;
  const { t } = useWords("identity");
  const [parameters] = useSearchParams();
  return (
    <>
      <PageTitle title={t("account.title")} lead={t("account.lead")} />
      <RefusalAlert refusal={refusalOf(answered)} />
      {parameters.has("claimed") && <Alert tone="good">{t("account.claimed")}</Alert>}
      {answer?.done && <Alert tone="good">{t(answer.form === "password" ? "account.changed" : "account.saved")}</Alert>}
      {!isOfficial && <OwnFirms firms={memberships} active={enterpriseId} claims={claims} />}
      <DetailsForm
        loginName={loginName}
        details={details}
        answer={answer?.form === "details" ? answer.answer : undefined}
      />
      <PasswordForm answer={answer?.form === "password" ? answer.answer : undefined} />
      <section className="card">
        <h2 className="mb-2">{t("account.sessions")}</h2>
        <SessionTable sessions={sessions} current={sessionId} caption={t("account.sessions")} withPerson={false} />
      </section>
    </>
  );
}

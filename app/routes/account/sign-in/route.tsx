import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { withinSignInLimits } from "~/features/identity/use-cases/sign-in-limits.server";
import { demoMembers, demoPassword, demoStaff } from "~/features/identity/domain/demo-accounts";
import { homeOf } from "~/access/navigation";
import { noteLimited, signIn } from "~/features/identity/use-cases/sign-in.server";
import { useLanguage } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { sessionHeader } from "~/door/session-cookie.server";
import { safeReturn } from "~/door/sign-in-redirect.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { SubmitButton, TextField } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ request, context, actor }) => {
  if (actor) throw redirect(homeOf(actor.permissions));
  const accounts = [...demoMembers, ...demoStaff].map(({ loginName, zh, en }) => ({ loginName, zh, en }));
  return {
    back: new URL(request.url).searchParams.get("back"),
    demo: context.env.DEMO ? { password: demoPassword, accounts } : null,
  };
});

export const action = guardedAction("public", async ({ request, context }) => {
  const { loginName = "", password = "", back = "" } = await formValues(request);
  const attempt = { loginName, password, address: context.address, userAgent: request.headers.get("User-Agent") };
  const token = await withinSignInLimits(
    attempt,
    () => signIn(context, attempt),
    () => noteLimited(context, attempt),
  );
  return redirect(safeReturn(back, "/account"), { headers: { "Set-Cookie": sessionHeader(context.env, token) } });
});

export default function SignIn() {
  const { back, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords(["identity", "common"]);
  return (
    <>
      <PageTitle title={t("signIn.title")} lead={t("signIn.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <Form method="post" className="card max-w-xl">
        <input type="hidden" name="back" value={back ?? "/home"} />
        <TextField name="loginName" label={t("signIn.loginName")} autoComplete="username" />
        <TextField name="password" type="password" label={t("signIn.password")} autoComplete="current-password" />
        <SubmitButton>{t("signIn.submit")}</SubmitButton>
        <p className="mt-4">
          {t("signIn.new")} <Link to="/register">{t("signIn.register")}</Link>
        </p>
      </Form>
      {demo && <DemoAccounts {...demo} />}
    </>
  );
}

function DemoAccounts({
  password,
  accounts,
}: {
  password: string;
  accounts: { loginName: string; zh: string; en: string }[];
}) {
  const { t } = useWords("identity");
  const language = useLanguage();
  const columns = [
    {
      key: "login",
      head: t("signIn.loginName"),
      cell: (row: (typeof accounts)[number]) => <code>{row.loginName}</code>,
    },
    { key: "role", head: t("signIn.role"), cell: (row: (typeof accounts)[number]) => row[language] },
  ];
  return (
    <section className="card mt-6 max-w-xl">
      <p className="mb-2 text-muted">{t("signIn.demoLead", { password })}</p>
      <DataTable caption={t("signIn.demo")} columns={columns} rows={accounts} rowKey={(row) => row.loginName} />
    </section>
  );
}

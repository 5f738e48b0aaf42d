import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readCode } from "~/features/documents/domain/verification-code";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { TextField, SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ request }) => {
  const typed = new URL(request.url).searchParams.get("code")?.slice(0, 60) ?? null;
  const code = typed && readCode(typed);
  if (code) throw redirect(`/verify/${code}`);
  return { typed };
});

export default function VerifyAny() {
  const { typed } = useLoaderData<typeof loader>();
  const { t } = useWords("documents");
  return (
    <>
      <PageTitle title={t("verify.title")} lead={t("verify.lead")} />
      <Form method="get" className="card">
        <TextField
          name="code"
          label={t("verify.code")}
          hint={t("verify.codeHint")}
          value={typed ?? ""}
          error={typed ? "documents:verify.codeWrong" : undefined}
          autoComplete="off"
        />
        <SubmitButton>{t("verify.find")}</SubmitButton>
      </Form>
    </>
  );
}

import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DocumentList } from "~/features/documents/ui/document-list";
import { issuing } from "~/features/documents/use-cases/issuing.server";
import { listStatements } from "~/features/documents/use-cases/list-documents.server";
import { firstYear, makeStatement } from "~/features/documents/use-cases/make-statement.server";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { SubmitButton } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:own", async ({ context, actor }) => {
  const year = yearOf(shanghaiDay(context.clock.now()));
  return {
    statements: await listStatements(context.prisma, ownFirm(actor)),
    years: Array.from({ length: year - firstYear + 1 }, (_, back) => String(year - back)),
  };
});

export const action = guardedAction("read:application:own", async ({ request, context, actor }) => {
  const { year } = await formValues(request);
  await perform(context, actor, (deps) =>
    makeStatement({ ...deps, ...issuing(context) }, ownFirm(actor), Number(year)),
  );
  return redirect("/firm/statements");
});

export default function Statements() {
  const { statements, years } = useLoaderData<typeof loader>();
  const { t } = useWords("documents");
  return (
    <>
      <PageTitle title={t("statements.title")} lead={t("statements.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <Form method="post" className="card mb-6">
        <SelectField
          name="year"
          label={t("statements.year")}
          value={years[0]}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SubmitButton>{t("statements.make")}</SubmitButton>
      </Form>
      <DocumentList title={t("statements.made")} documents={statements} none={t("statements.none")} />
    </>
  );
}

import { Form, Link, useActionData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { compareTexts } from "~/features/workbench/use-cases/compare-texts.server";
import { ComparedClauses, ConcernedItems } from "~/features/workbench/ui/compared-clauses";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { described, ErrorSummary, SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async () => null);

export const action = guardedAction("write:policy:all", async ({ request, context }) => {
  const values = await formValues(request);
  return { typed: values, result: compareTexts(context.catalogue, values) };
});

export default function CompareDocuments() {
  const answer = useActionData<typeof action>();
  const { t } = useWords("workbench");
  const known = answer && "result" in answer ? answer : null;
  const errors = known && "errors" in known.result ? known.result.errors : {};
  const compared = known && "clauses" in known.result ? known.result : null;
  return (
    <>
      <PageTitle title={t("compare.title")} lead={t("compare.lead")} />
      <p className="mb-4">
        <Link to="/workbench">{t("compare.back")}</Link>
      </p>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={errors} labels={{ before: t("compare.before"), after: t("compare.after") }} />
      <Form method="post" className="card mb-6">
        <div className="grid gap-4 lg:grid-cols-2">
          {(["before", "after"] as const).map((side) => (
            <div key={side} className="min-w-0">
              <label htmlFor={side} className="mb-1 block font-semibold">
                {t(`compare.${side}`)}
              </label>
              {errors[side] && (
                <p id={`${side}-error`} className="mb-1 font-medium text-bad">
                  {t(errors[side])}
                </p>
              )}
              <textarea
                id={side}
                name={side}
                rows={10}
                className="field"
                defaultValue={known?.typed[side] ?? ""}
                {...described(side, false, errors[side])}
              />
            </div>
          ))}
        </div>
        <div className="mt-4">
          <SubmitButton>{t("compare.compare")}</SubmitButton>
        </div>
      </Form>
      {compared && (
        <>
          <ConcernedItems items={compared.items} />
          <ComparedClauses clauses={compared.clauses} counts={compared.counts} />
        </>
      )}
    </>
  );
}

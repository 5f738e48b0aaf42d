import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FigureForm, figureLabels } from "~/features/redemption/ui/figure-form";
import { establishFacts } from "~/features/redemption/use-cases/establish-facts.server";
import { readDeskCase } from "~/features/redemption/use-cases/read-desk-case.server";
import { languageOf } from "~/door/language.server";
import { useLanguage, useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:department", async ({ request, params, context, actor }) => {
  const language = await languageOf(request);
  const { id, number, version, item, firm, materials, establishable } = await perform(context, actor, (deps) =>
    readDeskCase({ ...deps, actor }, params["id"] ?? "", language),
  );
  const files = [...new Set(materials.map(({ name, fileName }) => `${name} ${fileName}`))];
  return {
    id,
    number,
    version,
    title: item.title,
    firm: firm.name,
    files,
    establishable,
    key: context.random.uuid(),
  };
});

export const action = guardedAction(
  "read:application:department",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const id = params["id"] ?? "";
    const values = await formValues(request);
    const sent = { id, idempotencyKey: values["idempotencyKey"] ?? "", expectedVersion: Number(values["version"]) };
    const errors = await perform(context, actor, (deps) => establishFacts({ ...deps, actor }, sent, values));
    return errors ? { errors, values } : redirect(`/desk/cases/${id}`);
  },
);

/** Figures of a case that evidence shows to be others than the firm stated. */
export default function CaseFigures() {
  const { id, number, version, title, firm, files, establishable, key } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useWords("redemption");
  const say = useSay();
  const language = useLanguage();
  const answer = answered && "errors" in answered ? answered : undefined;
  return (
    <>
      <PageTitle
        title={t("establish.title")}
        lead={
          <>
            {say(title)} · {firm} · {number}
          </>
        }
      >
        <Link to={`/desk/cases/${id}`} className="button button-secondary">
          {t("case.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={figureLabels(establishable, language, t)} />
      {establishable.length === 0 ? (
        <EmptyState title={t("case.waiting")} />
      ) : (
        <FigureForm figures={establishable} files={files} sent={{ id, version, key }} answer={answer} />
      )}
    </>
  );
}

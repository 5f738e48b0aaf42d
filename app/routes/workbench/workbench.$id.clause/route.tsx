import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import { clauseAction } from "./clause-action.server";
import { readClausePage } from "~/features/workbench/use-cases/clause-page.server";
import { ClauseForm } from "~/features/workbench/ui/clause-form";
import { ClausePoints } from "~/features/workbench/ui/clause-points";
import { ClauseProposals } from "~/features/workbench/ui/clause-proposals";
import { ClauseText } from "~/features/workbench/ui/clause-text";
import { DraftTabs } from "~/features/workbench/ui/draft-tabs";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formLists } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ request, params, context }) =>
  readClausePage(context, params["id"] ?? "", await languageOf(request)),
);

export const action = guardedAction("write:policy:all", async ({ request, params, context, actor }) => {
  const id = params["id"] ?? "";
  const next = await clauseAction(await formLists(request, ["proposal"]), context, actor, id);
  return typeof next === "string" ? redirect(`/workbench/${id}/clause#${next}`) : next;
});

export default function DraftClause() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("workbench");
  const [active, setActive] = useState<string | null>(null);
  const canWrite = page.status === "editing";
  const typed = answer && "errors" in answer ? answer : null;
  return (
    <>
      <PageTitle title={page.title || t("untitled")} lead={t("clause.lead")} />
      <DraftTabs id={page.id} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {typed && <ErrorSummary errors={typed.errors} labels={{ text: t("clause.text") }} />}
      {canWrite && <ClauseForm version={page.version} text={page.typed} answer={typed} />}
      {page.model && page.model !== "asked" && <Alert tone="warn">{t(`clause.model.${page.model}`)}</Alert>}
      {page.drafted ? (
        <div id="drafted" tabIndex={-1} className="grid items-start gap-6 lg:grid-cols-2">
          <section className="card lg:sticky lg:top-4" aria-labelledby="words-title">
            <h2 id="words-title" className="mb-2">
              {t("clause.words")}
            </h2>
            <p className="mb-3 text-sm text-muted">{t("clause.legend")}</p>
            <ClauseText stretches={page.drafted.stretches} active={active} onActive={setActive} />
          </section>
          <section className="card" aria-labelledby="proposals-title">
            <h2 id="proposals-title" className="mb-3">
              {t("clause.proposals", { count: page.drafted.proposals.length })}
            </h2>
            <ClauseProposals
              key={page.version}
              version={page.version}
              proposals={page.drafted.proposals}
              active={active}
              onActive={setActive}
              canWrite={canWrite}
            />
          </section>
        </div>
      ) : (
        <p className="card text-muted">{t("clause.none")}</p>
      )}
      {page.points.length > 0 && <ClausePoints version={page.version} points={page.points} canWrite={canWrite} />}
    </>
  );
}

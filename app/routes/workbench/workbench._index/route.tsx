import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { listWorkbench } from "~/features/workbench/use-cases/list-workbench.server";
import { startPolicyDraft } from "~/features/workbench/use-cases/start-policy-draft.server";
import { DraftTable } from "~/features/workbench/ui/draft-table";
import { NewItemForm } from "~/features/workbench/ui/new-item-form";
import { startDraftSchema } from "~/features/workbench/workbench.schema";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import type { FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ request, context }) =>
  listWorkbench(context, new URL(request.url).searchParams.get("q") ?? ""),
);

export const action = guardedAction("write:policy:all", async ({ request, context, actor }) => {
  const form = await readForm(request, startDraftSchema);
  if (!form.ok) return form.answer;
  const id = await perform(context, actor, (deps) => startPolicyDraft({ ...deps, actor }, form.data));
  return redirect(`/workbench/${id}`);
});

export default function Workbench() {
  const { drafts, found, waiting, searched } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("workbench");
  const say = useSay();
  const [parameters] = useSearchParams();
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {waiting.length > 0 && (
        <Alert tone="warn" title={t("waiting.title")}>
          {t("waiting.text")} {waiting.map(({ id, title }) => `${title}（${id}）`).join("、")}
        </Alert>
      )}
      <section className="card mb-6">
        <h2 className="mb-3">{t("drafts")}</h2>
        {drafts.length === 0 ? <p className="text-muted">{t("noDrafts")}</p> : <DraftTable drafts={drafts} />}
      </section>
      <p className="mb-4">
        <Link to="compare">{t("compare.open")}</Link>
      </p>
      <section className="card mb-6">
        <h2 className="mb-3">{t("open.title")}</h2>
        <Form method="get" role="search" className="flex flex-wrap items-end gap-2">
          <label className="min-w-0 flex-1">
            <span className="mb-1 block font-medium">{t("open.search")}</span>
            <input type="search" name="q" defaultValue={parameters.get("q") ?? ""} className="field" />
          </label>
          <button className="button button-secondary">{t("common:search")}</button>
        </Form>
        {searched && found.length === 0 && (
          <div className="mt-4">
            <EmptyState title={t("open.none")}>{t("open.noneHint")}</EmptyState>
          </div>
        )}
        <ul className="mt-4 divide-y divide-line">
          {found.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="min-w-0">
                <Link to={`/policies/${item.id}`}>{say(item.title)}</Link>{" "}
                <span className="text-sm text-muted">
                  {item.document} · {t("open.version", { number: item.number })}
                </span>
              </span>
              <Form method="post" className="flex flex-wrap gap-2">
                <input type="hidden" name="itemId" value={item.id} />
                <button name="from" value="item" className="button button-primary">
                  {t("open.edit")}
                  <span className="sr-only"> {say(item.title)}</span>
                </button>
                <button name="from" value="copy" className="button button-secondary">
                  {t("open.copy")}
                  <span className="sr-only"> {say(item.title)}</span>
                </button>
                {!item.demo && (
                  <Link to={`/workbench/export/${item.documentId}`} reloadDocument className="button button-quiet">
                    {t("open.export")}
                    <span className="sr-only"> {say(item.title)}</span>
                  </Link>
                )}
              </Form>
            </li>
          ))}
        </ul>
      </section>
      <NewItemForm answer={answer && "errors" in answer ? answer : undefined} />
    </>
  );
}

import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { itemText } from "~/features/workbench/domain/draft-item";
import { problemInWords } from "~/features/workbench/domain/problem-words";
import { settingsText } from "~/features/workbench/domain/redemption-settings";
import { draftHead } from "~/features/workbench/use-cases/draft-page.server";
import { readDraft } from "~/features/workbench/use-cases/draft-state.server";
import { saveDraftText } from "~/features/workbench/use-cases/save-draft-text.server";
import { DraftTabs } from "~/features/workbench/ui/draft-tabs";
import { useLanguage } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ params, context }) => {
  const draft = await readDraft({ tx: context.prisma }, params["id"] ?? "");
  return { ...draftHead(draft), text: itemText(draft.content), settings: settingsText(draft.redemption) };
});

export const action = guardedAction("write:policy:all", async ({ request, params, context, actor }) => {
  const id = params["id"] ?? "";
  const { text = "", settings = "", version = "" } = await formValues(request);
  const answer = await perform(context, actor, (deps) =>
    saveDraftText({ ...deps, actor }, id, Number(version), { text, settings }),
  );
  return answer ?? redirect(`/workbench/${id}`);
});

export default function DraftJson() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords(["workbench", "common"]);
  const language = useLanguage();
  const typed = answer && "text" in answer ? answer : null;
  const canWrite = page.status === "editing";
  return (
    <>
      <PageTitle title={page.title || t("untitled")} lead={t("json.lead")} />
      <DraftTabs id={page.id} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {typed && (
        <div role="alert" className="mb-4 rounded-md border-2 border-bad bg-white p-4">
          <h2 className="text-bad">{t("json.broken")}</h2>
          <ul className="list-disc pl-5">
            {typed.faults.map(({ path, reason }) => (
              <li key={path + reason}>
                <code>{path}</code>
                {t("colon", { ns: "common" })}
                {problemInWords(reason, language)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Form method="post" className="card">
        <input type="hidden" name="version" value={page.version} />
        <label htmlFor="text" className="mb-1 block font-semibold">
          {t("json.label")}
        </label>
        <textarea
          key={page.version}
          id="text"
          name="text"
          rows={30}
          spellCheck={false}
          readOnly={!canWrite}
          defaultValue={typed?.text ?? page.text}
          className="field font-mono text-sm"
        />
        <label htmlFor="settings" className="mb-1 mt-4 block font-semibold">
          {t("json.settings")}
        </label>
        <p id="settings-hint" className="mb-1 text-sm text-muted">
          {t("json.settingsHint")}
        </p>
        <textarea
          key={`${page.version} settings`}
          id="settings"
          name="settings"
          rows={8}
          spellCheck={false}
          readOnly={!canWrite}
          aria-describedby="settings-hint"
          defaultValue={typed?.settings ?? page.settings}
          className="field font-mono text-sm"
        />
        {canWrite && (
          <div className="mt-4">
            <SubmitButton>{t("json.save")}</SubmitButton>
          </div>
        )}
      </Form>
    </>
  );
}

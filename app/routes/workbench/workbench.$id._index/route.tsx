import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readDraftPage } from "~/features/workbench/use-cases/draft-page.server";
import { savePolicyDraft } from "~/features/workbench/use-cases/save-policy-draft.server";
import { DraftEditor } from "~/features/workbench/ui/draft-editor";
import { DraftTabs } from "~/features/workbench/ui/draft-tabs";
import { LivePanel } from "~/features/workbench/ui/live-panel";
import { savedDraftSchema } from "~/features/workbench/workbench.schema";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readJson } from "~/door/read-json.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { Waiting } from "~/ui/waiting";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ request, params, context }) => {
  const page = await readDraftPage(context, params["id"] ?? "", await languageOf(request));
  return data(page, { status: page.preview.away ? 503 : 200 });
});

export const action = guardedAction("write:policy:all", async ({ request, params, context, actor }) => {
  const saved = await readJson(request, savedDraftSchema);
  return perform(context, actor, (deps) => savePolicyDraft({ ...deps, actor }, params["id"] ?? "", saved));
});

export { loadsAnew as shouldRevalidate } from "~/ui/loads-anew";

export default function PolicyDraft() {
  const page = useLoaderData<typeof loader>();
  const { t } = useWords("workbench");
  return (
    <>
      <PageTitle title={page.title || t("untitled")} lead={`${t(`status.${page.status}`)} · ${page.itemId}`} />
      <DraftTabs id={page.id} />
      {page.returnedReason && (
        <Alert tone="warn" title={t("returned")}>
          {page.returnedReason.startsWith("obstacle-")
            ? t(`refusals:workbench.${page.returnedReason}`)
            : page.returnedReason}
        </Alert>
      )}
      {page.status === "editing" ? (
        <DraftEditor
          key={`${page.id} ${page.version}`}
          id={page.id}
          draft={page.state}
          saved={{ version: page.version, savedAt: page.changedAt }}
          preview={page.preview}
          choices={page.choices}
          alone={page.alone}
        />
      ) : (
        <>
          <Alert tone="info">
            {t(`closed.${page.status}`)} <Link to="release">{t("toRelease")}</Link>
          </Alert>
          {page.preview.away && <Waiting refusal={page.preview.away} />}
          <LivePanel preview={page.preview} busy={false} />
        </>
      )}
    </>
  );
}

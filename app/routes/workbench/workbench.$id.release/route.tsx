import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { releaseAction } from "./release-action.server";
import { readRelease } from "~/features/workbench/use-cases/read-release.server";
import { CompetitionForm } from "~/features/workbench/ui/competition-form";
import { DraftTabs } from "~/features/workbench/ui/draft-tabs";
import { Obstacles } from "~/features/workbench/ui/obstacles";
import { ReleaseSteps } from "~/features/workbench/ui/release-steps";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { BacktestFigures } from "~/features/workbench/ui/backtest-figures";
import { languageOf } from "~/door/language.server";
import type { FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ request, params, context, actor }) =>
  readRelease(context, actor, params["id"] ?? "", await languageOf(request)),
);

export const action = guardedAction("write:policy:all", async ({ request, params, context, actor }) => {
  const id = params["id"] ?? "";
  const answer = await releaseAction(await formValues(request), context, actor, id);
  return answer ?? redirect(`/workbench/${id}/release`);
});

export default function DraftRelease() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("workbench");
  const typed = answer && "errors" in answer ? answer : undefined;
  return (
    <>
      <PageTitle title={page.title || t("untitled")} lead={t("release.lead")} />
      <DraftTabs id={page.id} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <Obstacles status={page.status} obstacles={page.obstacles} />
      {page.backtest && page.status !== "published" && (
        <section className="mb-6" aria-label={t("tabs.backtest")}>
          <h2 className="mb-3">{t("tabs.backtest")}</h2>
          <BacktestFigures backtest={page.backtest} outdated={page.obstacles.includes("backtest-outdated")} />
        </section>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CompetitionForm page={page} answer={typed} />
        <ReleaseSteps page={page} />
      </div>
    </>
  );
}

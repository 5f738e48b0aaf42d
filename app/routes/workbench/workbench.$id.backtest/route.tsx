import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { effectKinds, effectsPerPage, type EffectKind } from "~/features/workbench/domain/backtest";
import { draftHead } from "~/features/workbench/use-cases/draft-page.server";
import { hashOf, readDraft } from "~/features/workbench/use-cases/draft-state.server";
import { listEffects, runBacktest } from "~/features/workbench/use-cases/run-backtest.server";
import { BacktestFigures } from "~/features/workbench/ui/backtest-figures";
import { DraftTabs } from "~/features/workbench/ui/draft-tabs";
import { EffectTable } from "~/features/workbench/ui/effect-table";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Waiting } from "~/ui/waiting";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("write:policy:all", async ({ request, params, context }) => {
  const draft = await readDraft({ tx: context.prisma }, params["id"] ?? "");
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = effectKinds.find((each) => each === asked) ?? null;
  const page = pageOf(request);
  const { backtest } = draft;
  const isOutdated =
    backtest !== null &&
    (backtest.contentHash !== hashOf(draft, context.catalogue) ||
      backtest.baseVersionId !== (context.catalogue.byId.get(draft.itemId)?.versionId ?? null));
  const canList = backtest !== null && draft.status !== "published";
  const effects = canList ? await listEffects(context, draft, kind, page) : { lines: [], count: 0, away: null };
  const shown = { ...draftHead(draft), backtest, isOutdated: isOutdated && canList, kind, page, canList, ...effects };
  return data(shown, { status: effects.away ? 503 : 200 });
});

export const action = guardedAction("write:policy:all", async ({ request, params, context, actor }) => {
  const id = params["id"] ?? "";
  const { version = "" } = await formValues(request);
  await runBacktest(context, actor, id, Number(version));
  return redirect(`/workbench/${id}/backtest`);
});

export default function DraftBacktest() {
  const { backtest, ...page } = useLoaderData<typeof loader>();
  const { t } = useWords("workbench");
  return (
    <>
      <PageTitle title={page.title || t("untitled")} lead={t("backtest.lead")} />
      <DraftTabs id={page.id} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {page.status === "editing" && (
        <Form method="post" className="mb-6">
          <input type="hidden" name="version" value={page.version} />
          <SubmitButton>{t(backtest ? "backtest.again" : "backtest.run")}</SubmitButton>
        </Form>
      )}
      {!backtest ? (
        <EmptyState title={t("backtest.none")}>{t("backtest.noneHint")}</EmptyState>
      ) : (
        <BacktestFigures backtest={backtest} outdated={page.isOutdated} />
      )}
      {backtest && page.canList && (
        <section className="card mt-6">
          <h2>{t("backtest.list")}</h2>
          <KindLinks chosen={page.kind} />
          {page.away && <Waiting refusal={page.away} />}
          {page.lines.length === 0 ? (
            !page.away && <p className="mt-3 text-muted">{t("backtest.nobody")}</p>
          ) : (
            <EffectTable lines={page.lines} />
          )}
          <Pagination page={page.page} pages={Math.ceil(page.count / effectsPerPage)} />
        </section>
      )}
    </>
  );
}

function KindLinks({ chosen }: { chosen: EffectKind | null }) {
  const { t } = useWords("workbench");
  return (
    <nav aria-label={t("backtest.kinds")} className="my-3 flex flex-wrap gap-2">
      {[null, ...effectKinds].map((kind) => (
        <Link
          key={kind ?? "all"}
          to={kind ? `?kind=${kind}` : "?"}
          aria-current={kind === chosen ? "page" : undefined}
          className={`button ${kind === chosen ? "button-primary" : "button-secondary"}`}
        >
          {t(`backtest.kind.${kind ?? "all"}`)}
        </Link>
      ))}
    </nav>
  );
}

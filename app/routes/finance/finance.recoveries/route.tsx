import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readRecoveryFilter } from "~/features/treasury/treasury.schema";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { RecoveryTable } from "~/features/treasury/ui/recovery-table";
import { readRecoveryPage } from "~/features/treasury/use-cases/read-recoveries.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { urgeRecovery } from "~/features/treasury/use-cases/urge-recovery.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const filter = readRecoveryFilter(new URL(request.url));
  const { prisma: tx, clock } = context;
  return {
    filter,
    mayAct: actor.permissions.has("manage:payment:region"),
    ...(await readRecoveryPage({ tx, clock }, { ...filter, regionCode: treasuryRegion(actor) }, pageOf(request))),
  };
});

export const action = guardedAction("manage:payment:region", async ({ request, context, actor }) => {
  const { recovery = "" } = await formValues(request);
  await perform(context, actor, (deps) => urgeRecovery({ ...deps, actor }, recovery));
  return redirect("/finance/recoveries?done=urged");
});

export default function Recoveries() {
  const { filter, mayAct, rows, count, sumFen, owedFen, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const { search } = useLocation();
  const answer = useActionData();
  const isDone = useSearchParams()[0].get("done") === "urged";
  const isNarrowed = filter.state !== "open" || filter.q !== undefined;
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("recoveries.title")} lead={t("recoveries.lead")}>
        {count > 0 && (
          <a href={`/finance/recoveries/export${search}`} download className="button button-secondary">
            {t("recoveries.export")}
          </a>
        )}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {isDone && <Alert tone="good">{t("recoveries.urgeDone")}</Alert>}
      <StatTiles>
        <StatTile label={t("recoveries.total", { count })} value={<Money fen={sumFen} />} />
        <StatTile label={t("recoveries.left")} value={<Money fen={owedFen} />} />
      </StatTiles>
      <FilterBar active={isNarrowed}>
        <FilterSearch name="q" label={t("recoveries.search")} value={filter.q} />
        <FilterSelect
          name="state"
          label={t("recoveries.state")}
          value={filter.state === "open" ? undefined : (filter.state ?? "all")}
          all={t("recoveries.open")}
          options={(["closed", "all"] as const).map((value) => ({ value, label: t(`recoveries.${value}`) }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(filter.q || filter.state === "closed" ? "recoveries.noneSo" : "recoveries.none")} />
      ) : (
        <section className="card">
          <p className="mb-3 text-muted">{t("recoveries.how")}</p>
          <RecoveryTable rows={rows} caption={t("recoveries.title")} mayAct={mayAct} />
        </section>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

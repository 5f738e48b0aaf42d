import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { GrantForm } from "~/features/funds/ui/grant-form";
import { WaitingBudgets } from "~/features/funds/ui/waiting-budgets";
import { YearNav } from "~/features/funds/ui/year-nav";
import { readYears } from "~/features/funds/use-cases/read-years.server";
import { readBudgets } from "~/features/funds/use-cases/read-budgets.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { serveWaiting } from "~/features/funds/use-cases/serve-waiting.server";
import { languageOf } from "~/i18n/i18n.server";
import { formatYuan } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { yearAsked } from "~/platform/page-of.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import type { FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:budget:all", async ({ request, context, actor }) => {
  const year = yearAsked(request, context.clock);
  const years = await readYears({ tx: context.prisma, clock: context.clock }, year);
  return {
    ...(await readBudgets(
      { tx: context.prisma, catalogue: context.catalogue, actor },
      year,
      await languageOf(request),
    )),
    years,
    year,
    key: context.random.uuid(),
    mayGrant: actor.permissions.has("manage:budget:all"),
    pays: actor.permissions.has("read:payment:region"),
  };
});

export const action = guardedAction(
  "manage:budget:all",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const sum = readFen(values["yuan"] ?? "");
    if (!sum.ok || sum.fen < 0n) return { errors: { yuan: sum.ok ? "problem.min" : sum.problem }, values };
    if (!/^20\d{2}$/.test(values["year"]?.trim() ?? "")) return { errors: { year: "problem.number" }, values };
    const grant = {
      documentId: values["documentId"] ?? "",
      year: Number(values["year"]),
      fen: sum.fen,
      idempotencyKey: values["idempotencyKey"] ?? "",
      countyCode: values["countyCode"] || undefined,
    };
    const served = await perform(context, actor, async (deps) => {
      await grantBudget(deps, grant);
      return serveWaiting(deps, grant.documentId, grant.year);
    });
    return redirect(`/finance?year=${grant.year}&done=granted&served=${served}`);
  },
);

export default function Budgets() {
  const { envelopes, years, waiting, documents, counties, year, key, mayGrant, pays } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useTranslation("funds");
  const [parameters] = useSearchParams();
  const served = Number(parameters.get("served"));
  type Row = (typeof envelopes)[number];
  const columns = [
    {
      key: "name",
      head: t("budgets.name"),
      wide: true,
      cell: (row: Row) => <Link to={`/finance/envelopes/${row.id}`}>{row.name}</Link>,
    },
    {
      key: "granted",
      head: t("budgets.granted"),
      figure: true,
      cell: (row: Row) => (
        <>
          {formatYuan(row.grantedFen)}
          {row.carriedFen !== 0n && (
            <p className="text-sm text-muted">
              {t("budgets.carried")} {formatYuan(row.carriedFen)}
            </p>
          )}
        </>
      ),
    },
    ...(["reservedFen", "committedFen", "disbursedFen", "owedFen", "availableFen"] as const).map((name) => ({
      key: name,
      head: t(`budgets.${name.replace("Fen", "")}`),
      figure: true,
      cell: (row: Row) => formatYuan(row[name]),
    })),
    { key: "use", head: t("budgets.use"), figure: true, cell: (row: Row) => `${row.usePercent} %` },
  ];
  return (
    <>
      <FinanceNav pays={pays} />
      <PageTitle title={`${t("budgets.title")} ${year}`} lead={`${t("budgets.lead")}${t("budgets.unit")}`} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {parameters.get("done") === "granted" && (
        <Alert tone="good">
          {t("budgets.done")}
          {served > 0 && t("budgets.waiting", { count: served })}
        </Alert>
      )}
      <YearNav years={years} year={year} />
      <WaitingBudgets waiting={waiting} />
      {envelopes.length === 0 ? (
        <EmptyState title={t("budgets.none")} />
      ) : (
        <div className="card mb-6">
          <DataTable
            caption={t("budgets.title")}
            hideCaption
            columns={columns}
            rows={envelopes}
            rowKey={(row) => row.id}
          />
        </div>
      )}
      {mayGrant && (
        <GrantForm
          documents={documents}
          counties={counties}
          year={year}
          idempotencyKey={key}
          keep={`grant:${envelopes.reduce((sum, each) => sum + each.grantedFen, 0n)}`}
          document={waiting[0]?.id}
          answer={answer}
        />
      )}
    </>
  );
}

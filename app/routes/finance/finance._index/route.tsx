import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { readOrder } from "~/features/funds/funds.schema";
import { GrantForm } from "~/features/funds/ui/grant-form";
import { WaitingBudgets } from "~/features/funds/ui/waiting-budgets";
import { YearNav } from "~/features/funds/ui/year-nav";
import { countLines } from "~/features/treasury/use-cases/read-lines.server";
import { readYears } from "~/features/funds/use-cases/read-years.server";
import { readBudgets } from "~/features/funds/use-cases/read-budgets.server";
import { proposeFromForm } from "./propose-from-form.server";
import { countMade, countOrders } from "~/features/funds/use-cases/read-orders.server";
import { formatYuan } from "~/kernel/money";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { yearAsked } from "~/door/page-of.server";
import { readUploadForm } from "~/door/read-upload.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import type { FormAnswer } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:budget:all", async ({ request, context, actor }) => {
  const year = yearAsked(request, context.clock);
  const pays = actor.permissions.has("read:payment:region");
  const years = await readYears({ tx: context.prisma, clock: context.clock }, year);
  return {
    ...(await readBudgets({ tx: context.prisma, catalogue: context.catalogue, actor }, year)),
    years,
    year,
    key: context.random.uuid(),
    mayGrant: actor.permissions.has("manage:budget:all"),
    made: await countMade({ tx: context.prisma, actor }),
    waitingOrders: actor.permissions.has("manage:budget:all") ? await countOrders({ tx: context.prisma, actor }) : 0,
    pays,
    openLines: pays ? await countLines({ tx: context.prisma, actor }) : 0,
  };
});

export const action = guardedAction(
  "manage:budget:all",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const { values, file } = await readUploadForm(request);
    const order = readOrder({ values, file }, { document: true });
    if ("answer" in order) return order.answer;
    const { documentId = "", year } = values;
    const grant = { kind: "grant", documentId, year: Number(year), fen: order.fen } as const;
    const id = await proposeFromForm(context, actor, { values, file }, grant);
    return redirect(`/finance/orders/${id}?done=proposed`);
  },
);

const totalColumns = ["reservedFen", "dueFen", "disbursedFen", "owedFen"] as const;

type Row = ReturnType<typeof useLoaderData<typeof loader>>["envelopes"][number];

export default function Budgets() {
  const {
    envelopes,
    totals,
    usePercent,
    years,
    waiting,
    documents,
    year,
    key,
    made,
    mayGrant,
    pays,
    waitingOrders,
    openLines,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("funds");
  const columns = useColumns();
  return (
    <>
      <FinanceNav pays={pays} />
      <PageTitle title={`${t("budgets.title")} ${year}`} lead={`${t("budgets.lead")}${t("budgets.unit")}`} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {waitingOrders > 0 && (
        <Alert tone="info">
          {t("orders.waits", { count: waitingOrders })} <Link to="/finance/orders">{t("orders.open")}</Link>
        </Alert>
      )}
      {openLines > 0 && (
        <Alert tone="warn">
          {t("bank.clearing.waits", { count: openLines })}{" "}
          <Link to="/finance/bank#lines">{t("bank.clearing.waitsLink")}</Link>
        </Alert>
      )}
      <YearNav years={years} year={year} />
      <StatTiles>
        {totalColumns.map((name) => (
          <StatTile key={name} label={t(`budgets.${name.replace("Fen", "")}`)} value={<Money fen={totals[name]} />} />
        ))}
        <StatTile label={t("budgets.use")} value={`${usePercent} %`} />
      </StatTiles>
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
      {mayGrant && <GrantForm {...{ documents, year, made, answer }} idempotencyKey={key} />}
    </>
  );
}

/** An envelope a row, its sums in yuan. */
function useColumns(): Column<Row>[] {
  const { t } = useWords("funds");
  return [
    {
      key: "name",
      head: t("budgets.name"),
      wide: true,
      cell: (row) => <Link to={`/finance/envelopes/${row.id}`}>{row.name}</Link>,
    },
    {
      key: "granted",
      head: t("budgets.granted"),
      figure: true,
      cell: (row) => (
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
    ...totalColumns.map((name) => ({
      key: name,
      head: t(`budgets.${name.replace("Fen", "")}`),
      figure: true,
      cell: (row: Row) => formatYuan(row.totals[name]),
    })),
    {
      key: "availableFen",
      head: t("budgets.available"),
      figure: true,
      cell: (row) => formatYuan(row.availableFen),
    },
    { key: "use", head: t("budgets.use"), figure: true, cell: (row) => `${row.usePercent} %` },
  ];
}

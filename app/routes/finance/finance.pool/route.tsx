import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { readOrder } from "~/features/funds/funds.schema";
import { PoolOrders } from "~/features/funds/ui/pool-orders";
import { readPool, readPoolMovements, setPoolFloor } from "~/features/funds/use-cases/keep-pool.server";
import { proposeFromForm } from "~/routes/finance/finance._index/propose-from-form.server";
import { countMade } from "~/features/funds/use-cases/read-orders.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { formatYuan } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import type { FormAnswer } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const deps = { tx: context.prisma };
  const pool = await readPool(deps, treasuryRegion(actor));
  return {
    pool,
    movements: pool ? await readPoolMovements(deps, pool.id, pageOf(request)) : [],
    key: context.random.uuid(),
    made: await countMade({ ...deps, actor }),
  };
});

export const action = guardedAction(
  "manage:payment:region",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const { values, file } = await readUploadForm(request);
    const propose = (kind: "poolFund" | "poolRefill" | "poolReduce") => async () => {
      const order = readOrder({ values, file });
      if ("answer" in order) return order.answer;
      const id = await proposeFromForm(context, actor, { values, file }, { kind, fen: order.fen });
      return redirect(`/finance/orders/${id}?done=proposed`);
    };
    const steps = {
      fund: propose("poolFund"),
      refill: propose("poolRefill"),
      reduce: propose("poolReduce"),
      floor: async () => {
        const floor = readFen(values["floorYuan"] ?? "");
        if (!floor.ok) return { errors: { floorYuan: floor.problem }, values };
        if (floor.fen < 0n) return { errors: { floorYuan: "problem.number" }, values };
        await perform(context, actor, (deps) => setPoolFloor({ ...deps, actor }, floor.fen));
        return redirect("/finance/pool");
      },
    };
    return stepOf(steps, values["intent"])();
  },
);

export default function Pool() {
  const { pool, movements, key, made } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("funds");
  type Row = (typeof movements)[number];
  const columns = [
    { key: "at", head: t("pool.at"), cell: (row: Row) => <DateTimeText at={row.at} /> },
    { key: "kind", head: t("pool.kind"), cell: (row: Row) => t(`envelope.kinds.${row.kind}`) },
    { key: "sum", head: t("pool.sum"), figure: true, cell: (row: Row) => formatYuan(row.fen) },
    { key: "reason", head: t("pool.reason"), cell: (row: Row) => row.reason },
  ];
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("pool.title")} lead={t("pool.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {!pool ? (
        <EmptyState title={t("pool.none")} />
      ) : (
        <>
          {pool.isBelowFloor && <Alert tone="warn">{t("pool.low", { floor: formatYuan(pool.floorFen ?? 0n) })}</Alert>}
          <StatTiles>
            <StatTile
              label={t("pool.available")}
              value={<Money fen={pool.availableFen} />}
              hint={
                pool.floorFen === null ? undefined : (
                  <>
                    {t("pool.floor")} <Money fen={pool.floorFen} />
                  </>
                )
              }
            />
            <StatTile label={t("pool.earmarked")} value={<Money fen={pool.earmarkedFen} />} />
            <StatTile label={t("pool.advanced")} value={<Money fen={pool.advancedFen} />} />
            <StatTile label={t("pool.granted")} value={<Money fen={pool.grantedFen} />} />
          </StatTiles>
        </>
      )}
      <PoolOrders {...{ pool, made, answer }} idempotencyKey={key} />
      {pool && (
        <section className="card">
          <h2 className="mb-3">{t("pool.movements")}</h2>
          {movements.length === 0 ? (
            <p>{t("pool.noMovements")}</p>
          ) : (
            <DataTable
              caption={t("pool.movements")}
              hideCaption
              columns={columns}
              rows={movements}
              rowKey={(row) => row.id}
            />
          )}
        </section>
      )}
    </>
  );
}

import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import {
  fundPool,
  readPool,
  readPoolMovements,
  refillPool,
  setPoolFloor,
} from "~/features/funds/use-cases/keep-pool.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { formatYuan, plainYuan, type Fen } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { pageOf } from "~/platform/page-of.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const deps = { tx: context.prisma };
  const pool = await readPool(deps, treasuryRegion(actor));
  return {
    pool,
    movements: pool ? await readPoolMovements(deps, pool.id, pageOf(request)) : [],
    key: context.random.uuid(),
  };
});

const steps = ["fund", "refill", "floor"] as const;

export const action = guardedAction(
  "manage:payment:region",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const step = steps.find((each) => each === values["intent"]);
    if (!step) throw new Refusal("request.failed", 400);
    const sum = readFen(values[`${step}Yuan`] ?? "");
    if (!sum.ok || sum.fen < 0n) return { errors: { [`${step}Yuan`]: sum.ok ? "problem.min" : sum.problem }, values };
    const order = { fen: sum.fen, idempotencyKey: values["idempotencyKey"] ?? "" };
    await perform(context, actor, (deps) => {
      const own = { ...deps, actor };
      if (step === "fund") return fundPool(own, order);
      return step === "refill" ? refillPool(own, order) : setPoolFloor(own, order.fen);
    });
    return redirect("/finance/pool");
  },
);

const words = {
  fund: ["fund", "fundSubmit"],
  refill: ["refill", "refillSubmit"],
  floor: ["setFloor", "floorSubmit"],
} as const;

export default function Pool() {
  const { pool, movements, key } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useTranslation("funds");
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
      <div className="my-6 grid gap-4 lg:grid-cols-3">
        {steps
          .filter((step) => pool || step === "fund")
          .map((step) => (
            <PoolForm key={step} step={step} pool={pool} idempotencyKey={key} answer={answer} />
          ))}
      </div>
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

type FormProps = {
  step: (typeof steps)[number];
  pool: { grantedFen: Fen; advancedFen: Fen; floorFen: Fen | null } | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** One thing to do with the pool; what was done leaves the form. */
function PoolForm({ step, pool, idempotencyKey, answer }: FormProps) {
  const { t } = useTranslation("funds");
  const name = `${step}Yuan`;
  const keep = `pool:${step}:${pool?.grantedFen ?? 0n}:${pool?.advancedFen ?? 0n}:${pool?.floorFen ?? 0n}`;
  return (
    <section className="card">
      <h2 className="mb-3">{t(`pool.${words[step][0]}`)}</h2>
      <KeptForm key={keep} keep={keep}>
        {(kept) => (
          <>
            <input type="hidden" name="intent" value={step} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <TextField
              name={name}
              label={t("pool.yuan")}
              inputMode="decimal"
              value={answer?.values?.[name] ?? kept[name] ?? suggestion(step, pool)}
              error={answer?.errors?.[name]}
            />
            <SubmitButton look="secondary">{t(`pool.${words[step][1]}`)}</SubmitButton>
          </>
        )}
      </KeptForm>
    </section>
  );
}

/** What is likely to be typed, in yuan: all that was advanced, or the floor as it is. */
function suggestion(step: FormProps["step"], pool: FormProps["pool"]): string | undefined {
  const fen = step === "refill" ? pool?.advancedFen : step === "floor" ? pool?.floorFen : null;
  return fen ? plainYuan(fen) : undefined;
}

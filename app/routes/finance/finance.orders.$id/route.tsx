import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { capitalAmount } from "~/kernel/capital-amount";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { OrderStatusTag } from "~/features/funds/ui/order-table";
import { serveWaiting } from "~/features/redemption/use-cases/serve-waiting.server";
import { decideBudget } from "~/features/funds/use-cases/decide-budget.server";
import { readOrder, type ShownOrder } from "~/features/funds/use-cases/read-orders.server";
import { formatYuan } from "~/kernel/money";
import { wordsWithin } from "~/kernel/reading/words-within";
import { decisions } from "~/kernel/second-person";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SecondPerson } from "~/ui/second-person";
import { SummaryList } from "~/ui/summary-list";
import { choiceOf } from "~/kernel/step-of";

export const handle = { access: "manage:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:budget:all", ({ params, context, actor }) =>
  readOrder({ tx: context.prisma, actor }, params["id"] ?? ""),
);

export const action = guardedAction("manage:budget:all", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const decision = choiceOf(decisions, values["intent"]);
  const id = params["id"] ?? "";
  const served = await perform(context, actor, (deps) =>
    decideBudget({ ...deps, actor, serveWaiting }, { id, decision, reason: wordsWithin(values["reason"] ?? "", 500) }),
  );
  return redirect(`/finance/orders/${id}?served=${served}`);
});

/** One order: what it would do, on which paper, and its decision by a second person. */
export default function OrderPage() {
  const order = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const [parameters] = useSearchParams();
  const served = Number(parameters.get("served"));
  return (
    <>
      <FinanceNav />
      <PageTitle
        title={t(`orders.kinds.${order.kind}`)}
        lead={
          <>
            {order.name} {order.year || ""} <OrderStatusTag status={order.status} />
          </>
        }
      >
        <Link to="/finance/orders" className="button button-quiet">
          {t("orders.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {parameters.get("done") === "proposed" && order.status === "proposed" && (
        <Alert tone="good">{t("orders.proposed")}</Alert>
      )}
      {order.status === "released" && served > 0 && (
        <Alert tone="good">{t("budgets.waiting", { count: served })}</Alert>
      )}
      <section className="card mb-6">
        <OrderFacts order={order} />
      </section>
      {order.status === "proposed" && <OrderDecision id={order.id} isOwn={order.isOwn} />}
    </>
  );
}

function OrderFacts({ order }: { order: ShownOrder }) {
  const { t } = useWords("funds");
  const person = (name: string, at: Date | null) => (
    <>
      {name} {at && <DateTimeText at={at} />}
    </>
  );
  const shares = order.shares
    .map(({ level, weight }) => `${t(`level.${level}`, { ns: "common" })} ${weight}`)
    .join(" : ");
  return (
    <SummaryList
      rows={[
        ...(order.fen === null
          ? [{ key: "envelope.shares", label: t("envelope.shares"), value: shares || t("orders.alone") }]
          : [
              { key: "budgets.yuan", label: t("budgets.yuan"), value: formatYuan(order.fen) },
              {
                key: "orders.capital",
                label: t("orders.capital"),
                value: <span data-capital>{capitalAmount(order.fen)}</span>,
              },
            ]),
        { key: "orders.paperNumber", label: t("orders.paperNumber"), value: order.paperNumber },
        {
          key: "paper",
          label: t("orders.paper"),
          value: (
            <a href={`/finance/orders/${order.id}/paper`} className="inline-flex min-h-11 items-center break-all">
              {order.paperName}
            </a>
          ),
        },
        { key: "orders.reason", label: t("orders.reason"), value: order.reason ?? t("none", { ns: "common" }) },
        { key: "orders.maker", label: t("orders.maker"), value: person(order.maker, order.createdAt) },
        ...(order.decidedAt
          ? [{ key: "orders.decider", label: t("orders.decider"), value: person(order.decider, order.decidedAt) }]
          : []),
        ...(order.refusal ? [{ key: "orders.refusal", label: t("orders.refusal"), value: order.refusal }] : []),
      ]}
    />
  );
}

function OrderDecision({ id, isOwn }: { id: string; isOwn: boolean }) {
  const { t } = useWords("funds");
  const words = {
    ownHint: t("orders.ownHint"),
    withdraw: t("orders.withdraw"),
    title: t("orders.decide"),
    release: t("orders.release"),
    refusal: t("orders.refusal"),
    refuse: t("orders.refuse"),
  };
  return <SecondPerson isOwn={isOwn} keep={`budget-order:${id}`} words={words} />;
}

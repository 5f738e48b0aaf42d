import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { OrderTable } from "~/features/funds/ui/order-table";
import { readOrders } from "~/features/funds/use-cases/read-orders.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "manage:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:budget:all", ({ request, context, actor }) =>
  readOrders({ tx: context.prisma, actor }, pageOf(request)),
);

/** What one finance officer proposed and another has to release. */
export default function Orders() {
  const { waiting, rows, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const others = waiting.filter(({ isOwn }) => !isOwn);
  const own = waiting.filter(({ isOwn }) => isOwn);
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("orders.title")} lead={t("orders.lead")} />
      <h2 className="mb-3">{t("orders.toDecide")}</h2>
      {others.length === 0 ? (
        <div className="mb-6">
          <EmptyState title={t("orders.none")}>{t("orders.noneText")}</EmptyState>
        </div>
      ) : (
        <div className="card mb-6">
          <OrderTable rows={others} caption={t("orders.toDecide")} />
        </div>
      )}
      {own.length > 0 && (
        <section className="card mb-6">
          <h2 className="mb-3">{t("orders.own")}</h2>
          <OrderTable rows={own} caption={t("orders.own")} />
        </section>
      )}
      {rows.length > 0 && (
        <section className="card">
          <h2 className="mb-3">{t("orders.decided")}</h2>
          <OrderTable rows={rows} caption={t("orders.decided")} />
        </section>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

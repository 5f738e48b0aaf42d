import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { maskedAccount } from "~/features/applications/domain/bank-account";
import { createBatch, treasuryRegion } from "~/features/funds/use-cases/create-batch.server";
import { readPending } from "~/features/funds/use-cases/read-payments.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { pageOf } from "~/platform/page-of.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => ({
  pending: await readPending(context.prisma, treasuryRegion(actor), pageOf(request)),
  key: context.random.uuid(),
}));

export const action = guardedAction("manage:payment:region", async ({ request, context, actor }) => {
  const form = await request.formData();
  const ids = form.getAll("payment").map(String);
  const id = await perform(context, actor, (deps) => createBatch({ ...deps, actor }, ids, String(form.get("idempotencyKey") ?? "")));
  return redirect(`/finance/batches/${id}`);
});

export default function Payments() {
  const { pending, key } = useLoaderData<typeof loader>();
  const { t } = useTranslation("funds");
  type Row = (typeof pending.rows)[number];
  const columns = [
    { key: "choose", head: t("payments.choose"), cell: (row: Row) => <label className="inline-flex min-h-11 min-w-11 items-center"><input type="checkbox" name="payment" value={row.id} defaultChecked className="size-5 accent-brand-600" /><span className="sr-only">{row.firm} {row.number}</span></label> },
    { key: "firm", head: t("payments.firm"), cell: (row: Row) => row.firm },
    { key: "item", head: t("payments.item"), cell: (row: Row) => row.item },
    { key: "number", head: t("payments.number"), cell: (row: Row) => row.number },
    { key: "account", head: t("payments.account"), cell: (row: Row) => `${row.bankName} ${maskedAccount(row.lastFour)}` },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: Row) => <Money fen={row.amountFen} /> },
  ];
  return (
    <>
      <PageTitle title={t("payments.title")} lead={t("payments.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <StatTiles><StatTile label={t("payments.total", { count: pending.count })} value={<Money fen={pending.totalFen} />} /></StatTiles>
      {pending.count === 0 ? <EmptyState title={t("payments.none")} /> : (
        <Form method="post" className="card">
          <input type="hidden" name="idempotencyKey" value={key} />
          <DataTable caption={t("payments.title")} hideCaption columns={columns} rows={pending.rows} rowKey={(row) => row.id} />
          <div className="mt-4"><SubmitButton>{t("payments.make")}</SubmitButton></div>
        </Form>
      )}
      <Pagination page={pending.page} pages={pending.pages} />
    </>
  );
}

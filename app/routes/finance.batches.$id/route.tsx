import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { maskedAccount } from "~/features/applications/domain/bank-account";
import { treasuryRegion } from "~/features/funds/use-cases/create-batch.server";
import { releaseBatch } from "~/features/funds/use-cases/export-batch.server";
import { readBatch } from "~/features/funds/use-cases/read-payments.server";
import { markPaid, markReturned } from "~/features/funds/use-cases/settle-payment.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { perform } from "~/platform/transact.server";
import { Refusal } from "~/kernel/refusal";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { SubmitButton, TextField } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { Tag } from "~/ui/tag";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ params, context, actor }) => {
  const { createdById, ...batch } = await readBatch(context.prisma, params["id"] ?? "", treasuryRegion(actor));
  return { batch, own: createdById === actor.userId };
});

export const action = guardedAction("manage:payment:region", async ({ request, params, context, actor }) => {
  const form = await request.formData();
  const id = params["id"] ?? "";
  const chosen = form.getAll("payment").map(String);
  const reason = String(form.get("reason") ?? "").trim().slice(0, 200);
  await perform(context, actor, async (deps) => {
    const own = { ...deps, actor };
    switch (form.get("intent")) {
      case "release":
        return releaseBatch(own, id);
      case "paid":
        return markPaid(own, id, chosen);
      case "returned":
        if (reason === "") throw new Refusal("redemption.reason-missing", 422);
        return markReturned(own, id, chosen, reason);
      default:
        throw new Refusal("request.failed", 400);
    }
  });
  return redirect(`/finance/batches/${id}`);
});

const tones = { pending: "plain", batched: "info", paid: "good", returned: "bad" } as const;

export default function Batch() {
  const { batch } = useLoaderData<typeof loader>();
  const { t } = useTranslation("funds");
  const open = batch.status === "exported";
  type Row = (typeof batch.payments)[number];
  const columns = [
    ...(open ? [{ key: "choose", head: t("payments.choose"), cell: (row: Row) => (row.status === "batched" ? <label className="inline-flex min-h-11 min-w-11 items-center"><input type="checkbox" name="payment" value={row.id} defaultChecked className="size-5 accent-brand-600" /><span className="sr-only">{row.firm}</span></label> : null) }] : []),
    { key: "firm", head: t("payments.firm"), cell: (row: Row) => row.firm },
    { key: "item", head: t("payments.item"), cell: (row: Row) => row.item },
    { key: "account", head: t("payments.account"), cell: (row: Row) => `${row.bankName} ${maskedAccount(row.lastFour)}` },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: Row) => <Money fen={row.amountFen} /> },
    { key: "status", head: t("batches.status"), cell: (row: Row) => <><Tag tone={tones[row.status as keyof typeof tones]}>{t(`batches.payments.${row.status}`)}</Tag>{row.returnedReason && <p className="text-sm">{row.returnedReason}</p>}</> },
  ];
  return (
    <>
      <PageTitle title={batch.number} lead={t(`batches.statuses.${batch.status}`)}>
        {batch.status === "draft" && <Form method="post"><input type="hidden" name="intent" value="release" /><SubmitButton>{t("batches.release")}</SubmitButton></Form>}
        {(open || batch.status === "settled") && <a href={`/finance/export/${batch.id}`} className="button button-secondary">{t("batches.export")}</a>}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <StatTiles><StatTile label={t("batches.count")} value={batch.paymentCount} /><StatTile label={t("batches.sum")} value={<Money fen={batch.totalFen} />} /></StatTiles>
      <Form method="post" className="card">
        <DataTable caption={batch.number} hideCaption columns={columns} rows={batch.payments} rowKey={(row) => row.id} />
        {open && (
          <div className="mt-4 flex flex-wrap items-end gap-4">
            <SubmitButton name="intent" value="paid">{t("batches.paid")}</SubmitButton>
            <div className="-mb-5 grow"><TextField name="reason" label={t("batches.reason")} optional /></div>
            <SubmitButton name="intent" value="returned" look="danger">{t("batches.returned")}</SubmitButton>
          </div>
        )}
      </Form>
    </>
  );
}

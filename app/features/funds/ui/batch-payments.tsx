import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table";
import { CheckField, SubmitButton, TextField } from "~/ui/form";
import { KeptForm, type Kept } from "~/ui/kept-form";
import { Tag } from "~/ui/tag";
import type { ShownPayment } from "../use-cases/read-payments.server";
import { ReturnReason } from "./return-reason";
import { PayeeAccount, PaymentSum } from "./payment-picker";

const tones = { pending: "plain", batched: "info", paid: "good", returned: "bad", cancelled: "plain" } as const;

/** The payments of a batch; while the bank owes answers they can be noted by hand. */
export function BatchPayments({
  rows,
  caption,
  keep,
  isOpen,
}: {
  rows: readonly ShownPayment[];
  caption: string;
  keep: string;
  isOpen: boolean;
}) {
  const { t } = useTranslation("funds");
  if (!isOpen)
    return (
      <div className="card">
        <PaymentTable rows={rows} caption={caption} kept={null} />
      </div>
    );
  return (
    <section className="card">
      <KeptForm keep={keep}>
        {(kept) => (
          <>
            <PaymentTable rows={rows} caption={caption} kept={kept} />
            <h2 className="mt-6 mb-2">{t("batches.byHand")}</h2>
            <SubmitButton name="intent" value="paid">
              {t("batches.paid")}
            </SubmitButton>
            <div className="mt-4">
              <TextField name="reason" label={t("batches.reason")} optional value={kept["reason"]} />
              <CheckField name="ofAccount" label={t("batches.ofAccount")} checked={kept["ofAccount"] === "1"} />
              <SubmitButton name="intent" value="returned" look="danger">
                {t("batches.returned")}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}

/** `kept`: what was ticked before a reload; null where nothing can be ticked. */
function PaymentTable({ rows, caption, kept }: { rows: readonly ShownPayment[]; caption: string; kept: Kept | null }) {
  const { t } = useTranslation("funds");
  const ticked = (id: string) => !kept || !("reason" in kept) || (kept["payment"] ?? "").split("\n").includes(id);
  const columns = [
    ...(kept
      ? [
          {
            key: "choose",
            head: t("payments.choose"),
            cell: (row: ShownPayment) =>
              row.status === "batched" ? (
                <label className="inline-flex min-h-11 min-w-11 items-center">
                  <input
                    type="checkbox"
                    name="payment"
                    value={row.id}
                    defaultChecked={ticked(row.id)}
                    className="size-5 accent-brand-600"
                  />
                  <span className="sr-only" data-names>
                    {row.firm}
                  </span>
                </label>
              ) : null,
          },
        ]
      : []),
    { key: "firm", head: t("payments.firm"), cell: (row: ShownPayment) => row.firm },
    { key: "item", head: t("payments.item"), cell: (row: ShownPayment) => row.item },
    { key: "account", head: t("payments.account"), cell: (row: ShownPayment) => <PayeeAccount row={row} /> },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: ShownPayment) => <PaymentSum row={row} /> },
    {
      key: "status",
      head: t("batches.status"),
      cell: (row: ShownPayment) => (
        <div>
          <Tag tone={tones[row.status as keyof typeof tones]}>{t(`batches.payments.${row.status}`)}</Tag>
          {row.returnedReason && (
            <p className="text-sm">
              <ReturnReason reason={row.returnedReason} code={row.returnedCode} />
            </p>
          )}
        </div>
      ),
    },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

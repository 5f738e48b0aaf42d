import { useWords } from "~/i18n/use-words";
import { acceptedExtensions } from "~/kernel/upload-rules";
import { useSay } from "~/i18n/use-language";
import { DataTable } from "~/ui/data-table";
import { FileField } from "~/ui/file-field";
import { DateField, SubmitButton, TextField, type FieldErrors, type FormAnswer } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";
import { KeptForm, type Kept } from "~/ui/kept-form";
import { Tag } from "~/ui/tag";
import type { ShownPayment } from "../use-cases/read-payments.server";
import { ReturnReason } from "~/features/funds/ui/return-reason";
import { Approver, PaidCase, PayeeAccount, PaymentSum } from "./payment-cells";
import { paymentTones } from "./payment-tones";

type BatchPayment = ShownPayment & { noted: { voucher: string; bankedOn: string } | null };

/** The payments of a batch; while the bank owes answers they can be noted by hand. */
export function BatchPayments({
  rows,
  caption,
  keep,
  isOpen,
  mayNote,
  today,
  answer,
}: {
  rows: readonly BatchPayment[];
  caption: string;
  keep: string;
  isOpen: boolean;
  /** who neither made nor released the batch */
  mayNote: boolean;
  today: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useWords("funds");
  if (!isOpen)
    return (
      <div className="card">
        <PaymentTable rows={rows} caption={caption} kept={null} />
      </div>
    );
  return (
    <section className="card">
      <KeptForm keep={keep} encType="multipart/form-data">
        {(kept) => (
          <>
            <PaymentTable rows={rows} caption={caption} kept={kept} />
            <h2 className="mt-6 mb-2">{t("batches.byHand")}</h2>
            {mayNote ? (
              <Voucher kept={kept} today={today} errors={answer?.errors ?? {}} />
            ) : (
              <p className="text-muted">{t("batches.thirdPerson")}</p>
            )}
            <div className="mt-4">
              <TextField
                name="reason"
                label={t("batches.reason")}
                hint={t("batches.reasonHint")}
                value={kept["reason"]}
                error={answer?.errors?.["reason"]}
              />
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

/** The bank's voucher by which payments are noted as paid. */
function Voucher({ kept, today, errors }: { kept: Kept; today: string; errors: FieldErrors }) {
  const { t } = useWords("funds");
  return (
    <>
      <p className="mb-3 text-muted">{t("batches.voucherHint")}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField name="voucher" label={t("batches.voucher")} value={kept["voucher"]} error={errors["voucher"]} />
        <DateField
          name="bankedOn"
          label={t("batches.bankedOn")}
          value={kept["bankedOn"] ?? today}
          error={errors["bankedOn"]}
        />
      </div>
      <FileField label={t("batches.voucherFile")} accept={acceptedExtensions} error={errors["file"]} />
      <SubmitButton name="intent" value="paid">
        {t("batches.paid")}
      </SubmitButton>
    </>
  );
}

/** `kept`: what was ticked before a reload; null where nothing can be ticked. */
function PaymentTable({ rows, caption, kept }: { rows: readonly BatchPayment[]; caption: string; kept: Kept | null }) {
  const { t } = useWords("funds");
  const say = useSay();
  const ticked = (id: string) => (kept?.["payment"] ?? "").split("\n").includes(id);
  const columns = [
    ...(kept
      ? [
          {
            key: "choose",
            head: t("payments.choose"),
            cell: (row: BatchPayment) =>
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
    { key: "case", head: t("payments.firm"), cell: (row: BatchPayment) => <PaidCase row={row} /> },
    { key: "item", head: t("payments.item"), cell: (row: BatchPayment) => say(row.item) },
    { key: "approver", head: t("payments.approver"), cell: (row: BatchPayment) => <Approver row={row} /> },
    { key: "account", head: t("payments.account"), cell: (row: BatchPayment) => <PayeeAccount row={row} /> },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: BatchPayment) => <PaymentSum row={row} /> },
    {
      key: "status",
      head: t("batches.status"),
      cell: (row: BatchPayment) => (
        <div>
          <Tag tone={paymentTones[row.status as keyof typeof paymentTones]}>{t(`batches.payments.${row.status}`)}</Tag>
          {row.noted && (
            <p className="text-sm">
              <a href={`/finance/vouchers/${row.id}`} className="inline-flex min-h-11 items-center">
                {t("batches.notedBy", { voucher: row.noted.voucher, day: row.noted.bankedOn })}
              </a>
            </p>
          )}
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

import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { DataTable } from "~/ui/data-table";
import { SubmitButton } from "~/ui/form";
import { Tag } from "~/ui/tag";
import type { ShownPayment } from "../use-cases/read-payments.server";
import { ReturnReason } from "~/features/funds/ui/return-reason";
import { PaidCase, PayeeAccount, PaymentSum } from "./payment-cells";

/** What waits for the firm's account, or came back from the bank and waits for being listed again. */
export function ReturnedPayments({ rows }: { rows: readonly ShownPayment[] }) {
  const { t } = useWords("funds");
  const say = useSay();
  if (rows.length === 0) return null;
  const columns = [
    { key: "case", head: t("payments.firm"), cell: (row: ShownPayment) => <PaidCase row={row} /> },
    { key: "item", head: t("payments.item"), cell: (row: ShownPayment) => say(row.item) },
    { key: "account", head: t("payments.account"), cell: (row: ShownPayment) => <PayeeAccount row={row} /> },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: ShownPayment) => <PaymentSum row={row} /> },
    {
      key: "reason",
      head: t("payments.reason"),
      cell: (row: ShownPayment) =>
        row.status === "returned" ? <ReturnReason reason={row.returnedReason} code={row.returnedCode} /> : null,
    },
    {
      key: "next",
      head: t("batches.status"),
      cell: (row: ShownPayment) =>
        row.needsAccount ? (
          <Tag tone="warn">{t("payments.waitsForFirm")}</Tag>
        ) : (
          <Form method="post">
            <input type="hidden" name="intent" value="requeue" />
            <input type="hidden" name="requeue" value={row.id} />
            <SubmitButton look="secondary">
              {t("payments.requeue")}
              <span className="sr-only" data-names>
                {" "}
                {row.firm} {row.number}
              </span>
            </SubmitButton>
          </Form>
        ),
    },
  ];
  return (
    <section className="card mt-6">
      <h2 className="mb-3">{t("payments.returned")}</h2>
      <DataTable caption={t("payments.returned")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
    </section>
  );
}

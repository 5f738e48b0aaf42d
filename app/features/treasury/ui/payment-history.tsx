import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable } from "~/ui/data-table";
import { Tag } from "~/ui/tag";
import type { readCaseMoney } from "../use-cases/read-case-money.server";
import { PayeeAccount, PaymentSum, PaymentTerm } from "./payment-cells";
import { paymentTones } from "./payment-tones";
import { ReturnReason } from "~/features/funds/ui/return-reason";

type Row = Awaited<ReturnType<typeof readCaseMoney>>["payments"][number];

/** The payments of one case, the first one first. */
export function PaymentHistory({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords("funds");
  const columns = [
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: Row) => <PaymentSum row={row} /> },
    { key: "account", head: t("payments.account"), cell: (row: Row) => <PayeeAccount row={row} /> },
    { key: "due", head: t("payments.due"), cell: (row: Row) => row.status === "pending" && <PaymentTerm row={row} /> },
    {
      key: "batch",
      head: t("caseMoney.batch"),
      cell: ({ batch }: Row) =>
        batch ? <Link to={`/finance/batches/${batch.id}`}>{batch.number}</Link> : t("none", { ns: "common" }),
    },
    {
      key: "status",
      head: t("batches.status"),
      cell: (row: Row) => (
        <div>
          <Tag tone={paymentTones[row.status as keyof typeof paymentTones]}>{t(`batches.payments.${row.status}`)}</Tag>
          {row.paidAt && <p className="text-sm">{t("caseMoney.paidOn", { day: shanghaiDay(row.paidAt) })}</p>}
          {row.returnedReason && (
            <p className="text-sm">
              <ReturnReason reason={row.returnedReason} code={row.returnedCode} />
            </p>
          )}
        </div>
      ),
    },
  ];
  return (
    <DataTable caption={t("caseMoney.payments")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}

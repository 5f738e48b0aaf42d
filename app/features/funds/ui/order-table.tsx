import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { ShownOrder } from "../use-cases/read-orders.server";

const tones = { proposed: "warn", released: "good", refused: "bad", withdrawn: "plain" } as const;

export function OrderStatusTag({ status }: { status: string }) {
  const { t } = useWords("funds");
  return <Tag tone={tones[status as keyof typeof tones]}>{t(`orders.statuses.${status}`)}</Tag>;
}

/** Orders with what they do, who made them and where they stand. */
export function OrderTable({ rows, caption }: { rows: readonly ShownOrder[]; caption: string }) {
  const { t } = useWords("funds");
  const columns = [
    {
      key: "what",
      head: t("orders.what"),
      wide: true,
      cell: (row: ShownOrder) => (
        <Link to={`/finance/orders/${row.id}`} className="inline-flex min-h-11 items-center">
          {t(`orders.kinds.${row.kind}`)} · {row.name} {row.year || ""}
        </Link>
      ),
    },
    {
      key: "sum",
      head: t("budgets.yuan"),
      figure: true,
      cell: (row: ShownOrder) => (row.fen === null ? t("none", { ns: "common" }) : formatYuan(row.fen)),
    },
    { key: "paper", head: t("orders.paperNumber"), cell: (row: ShownOrder) => row.paperNumber },
    {
      key: "maker",
      head: t("orders.maker"),
      cell: (row: ShownOrder) => (
        <>
          {row.maker} <DateTimeText at={row.createdAt} />
        </>
      ),
    },
    { key: "status", head: t("batches.status"), cell: (row: ShownOrder) => <OrderStatusTag status={row.status} /> },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

import { useState, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { formatYuan } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import type { ShownPayment } from "../use-cases/read-payments.server";
import { Approver, PaidCase, PayeeAccount, PaymentSum, PaymentTerm } from "./payment-cells";

/** Payments to choose from with the sum of what is chosen; `kept` are the ids ticked before a reload. Nothing is ticked in advance. */
export function PaymentPicker({
  rows,
  kept,
  caption,
}: {
  rows: readonly ShownPayment[];
  kept: readonly string[];
  caption: string;
}) {
  const { t } = useWords("funds");
  const say = useSay();
  const [chosen, setChosen] = useState(() => new Set(rows.map(({ id }) => id).filter((id) => kept.includes(id))));
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  const sum = rows.filter(({ id }) => chosen.has(id)).reduce((total, { amountFen }) => total + amountFen, 0n);
  const columns = [
    {
      key: "choose",
      head: t("payments.choose"),
      cell: (row: ShownPayment) => (
        <label className="inline-flex min-h-11 min-w-11 items-center">
          <input
            type="checkbox"
            name="payment"
            value={row.id}
            checked={chosen.has(row.id)}
            onChange={() => toggle(row.id)}
            className="size-5 accent-brand-600"
          />
          <span className="sr-only" data-names>
            {row.firm} {row.number}
          </span>
        </label>
      ),
    },
    { key: "case", head: t("payments.firm"), cell: (row: ShownPayment) => <PaidCase row={row} /> },
    { key: "item", head: t("payments.item"), cell: (row: ShownPayment) => say(row.item) },
    { key: "due", head: t("payments.due"), cell: (row: ShownPayment) => <PaymentTerm row={row} /> },
    { key: "approver", head: t("payments.approver"), cell: (row: ShownPayment) => <Approver row={row} /> },
    { key: "account", head: t("payments.account"), cell: (row: ShownPayment) => <PayeeAccount row={row} /> },
    { key: "sum", head: t("payments.sum"), figure: true, cell: (row: ShownPayment) => <PaymentSum row={row} /> },
  ];
  const choose = (all: boolean, { currentTarget }: MouseEvent<HTMLButtonElement>) => {
    flushSync(() => setChosen(new Set(all ? rows.map(({ id }) => id) : [])));
    // the form keeps what is ticked when it hears of input
    currentTarget.form?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <>
      <p className="no-print mb-2 flex flex-wrap gap-2">
        <button type="button" className="button button-quiet" onClick={(event) => choose(true, event)}>
          {t("payments.all")}
        </button>
        <button type="button" className="button button-quiet" onClick={(event) => choose(false, event)}>
          {t("payments.noneChosen")}
        </button>
      </p>
      <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
      <p role="status" className="mt-3 font-semibold" data-chosen={chosen.size}>
        {t("payments.chosen", { count: chosen.size, sum: formatYuan(sum) })}
      </p>
    </>
  );
}

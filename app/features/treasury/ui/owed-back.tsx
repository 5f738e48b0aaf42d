import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { maskedAccount } from "~/kernel/bank-account";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import type { MoneyBack } from "../use-cases/read-money-back.server";
import { RowName } from "./row-name";

type Row = MoneyBack["excess"][number];

/** What is held for firms beyond the treasury's demands, and its way back by two persons. */
export function OwedBack({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords("funds");
  if (rows.length === 0) return null;
  const columns = [
    {
      key: "about",
      head: t("reconciliation.about"),
      cell: (row: Row) =>
        row.batchId ? (
          <Link to={`/finance/batches/${row.batchId}`}>
            {row.firm} {row.number}
          </Link>
        ) : (
          <>
            {row.firm} {row.number}
          </>
        ),
    },
    {
      key: "received",
      head: t("moneyBack.received"),
      figure: true,
      cell: (row: Row) => (
        <div>
          <Money fen={row.fen} />
          <p className="text-sm text-muted">
            <DateTimeText at={row.receivedAt} />
          </p>
        </div>
      ),
    },
    {
      key: "demanded",
      head: t("moneyBack.demanded"),
      figure: true,
      cell: (row: Row) => <Money fen={row.collectedFen} />,
    },
    { key: "excess", head: t("moneyBack.excess"), figure: true, cell: (row: Row) => <Money fen={row.excessFen} /> },
    {
      key: "account",
      head: t("moneyBack.account"),
      cell: ({ account }: Row) =>
        account && (
          <div>
            {account.holder}
            <br />
            {account.bankName} {maskedAccount(account.lastFour)}
          </div>
        ),
    },
    {
      key: "state",
      head: t("moneyBack.state"),
      cell: (row: Row) => (
        <div>
          <Handling row={row} />
        </div>
      ),
    },
  ];
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{t("moneyBack.excessTitle")}</h2>
      <p className="mb-3 text-muted">{t("moneyBack.excessLead")}</p>
      <DataTable
        caption={t("moneyBack.excessTitle")}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </section>
  );
}

function Handling({ row }: { row: Row }) {
  const { t } = useWords("funds");
  const { reference, orderedAt, givenAt } = row;
  if (givenAt) return t("moneyBack.given", { day: shanghaiDay(givenAt), reference });
  if (!orderedAt) return <Order row={row} />;
  return (
    <>
      <p className="mb-1 text-sm">{t("moneyBack.ordered", { day: shanghaiDay(orderedAt), reference })}</p>
      {row.isOwn ? <p className="mb-1 text-sm">{t("moneyBack.own")}</p> : <Step row={row} intent="confirm" />}
      <Step row={row} intent="drop" />
    </>
  );
}

function Order({ row }: { row: Row }) {
  const { t } = useWords("funds");
  return (
    <KeptForm keep={`refund:${row.id}`}>
      {(kept) => (
        <>
          <input type="hidden" name="intent" value="order" />
          <input type="hidden" name="excess" value={row.id} />
          <TextField name="reference" label={t("moneyBack.reference")} value={kept["reference"]} />
          <SubmitButton look="secondary">
            {t("moneyBack.order")}
            <RowName row={row} />
          </SubmitButton>
        </>
      )}
    </KeptForm>
  );
}

function Step({ row, intent }: { row: Row; intent: "confirm" | "drop" }) {
  const { t } = useWords("funds");
  return (
    <Form method="post" className="mr-2 inline-block">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="excess" value={row.id} />
      <SubmitButton look={intent === "confirm" ? "primary" : "secondary"}>
        {t(`moneyBack.${intent}`)}
        <RowName row={row} />
      </SubmitButton>
    </Form>
  );
}

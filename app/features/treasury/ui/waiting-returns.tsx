import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton } from "~/ui/form";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import type { MoneyBack } from "../use-cases/read-money-back.server";
import { RowName } from "./row-name";

type Row = MoneyBack["waiting"][number];
const tones = { kept: "unknown", proposed: "warn", demanded: "info" } as const;

/** Money that came back: whose decision it waits for, and how it is booked once that has fallen. */
export function WaitingReturns({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords("funds");
  if (rows.length === 0) return null;
  const columns = [
    {
      key: "about",
      head: t("reconciliation.about"),
      cell: (row: Row) => (
        <Link to={`/finance/batches/${row.batchId}`}>
          {row.firm} {row.number}
        </Link>
      ),
    },
    {
      key: "came",
      head: t("moneyBack.came"),
      figure: true,
      cell: (row: Row) => (
        <div>
          <Money fen={row.fen} />
          {row.isPart && (
            <p className="text-sm text-muted">{t("moneyBack.ofWhole", { sum: formatYuan(row.netFen) })}</p>
          )}
        </div>
      ),
    },
    {
      key: "at",
      head: t("moneyBack.at"),
      cell: (row: Row) => (
        <div>
          <DateTimeText at={row.receivedAt} />
          <br />
          <Link to={`/finance/bank/${row.fileId}`}>{t("moneyBack.source")}</Link>
        </div>
      ),
    },
    { key: "standing", head: t("moneyBack.standing"), cell: (row: Row) => <Standing row={row} /> },
    {
      key: "next",
      head: t("reconciliation.next"),
      cell: (row: Row) => (
        <div>
          <Next row={row} />
        </div>
      ),
    },
  ];
  return (
    <section className="card mb-6 border-l-4 border-l-warn">
      <h2 className="mb-1">{t("moneyBack.title")}</h2>
      <p className="mb-3 text-muted">{t("moneyBack.lead")}</p>
      <DataTable caption={t("moneyBack.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
    </section>
  );
}

function Standing({ row: { standing, department } }: { row: Row }) {
  const { t } = useWords("funds");
  return (
    <div>
      <Tag tone={tones[standing]}>{t(`moneyBack.standings.${standing}`)}</Tag>
      {standing !== "demanded" && <p className="text-sm">{t("moneyBack.waitsFor", { department })}</p>}
    </div>
  );
}

function Next({ row }: { row: Row }) {
  const { t } = useWords("funds");
  if (row.standing === "proposed") return t("moneyBack.waitsFor", { department: row.department });
  if (row.standing === "kept" && row.isPart) return t("moneyBack.needsProposal");
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="line" value={row.id} />
      {row.split && (
        <p className="mb-1 text-sm">
          {t("moneyBack.split", { collected: formatYuan(row.split.collectedFen) })}
          {row.split.excessFen > 0n && t("moneyBack.splitExcess", { excess: formatYuan(row.split.excessFen) })}
        </p>
      )}
      <SubmitButton look="secondary">
        {t(row.standing === "demanded" ? "moneyBack.settle" : "moneyBack.settleReturn")}
        <RowName row={row} />
      </SubmitButton>
    </Form>
  );
}

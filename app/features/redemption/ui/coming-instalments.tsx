import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { DataTable } from "~/ui/data-table";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import type { readComing } from "../use-cases/read-instalments.server";
import { partTones } from "./instalment-card";

type Row = Awaited<ReturnType<typeof readComing>>[number];

/** Later parts that a treasury will pay, the next due first; nothing where there are none. */
export function ComingInstalments({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords("redemption");
  const say = useSay();
  if (rows.length === 0) return null;
  const columns = [
    {
      key: "firm",
      head: t("instalments.firm"),
      cell: (row: Row) => (
        <>
          {row.firm}
          <br />
          <Link to={`/finance/cases/${row.applicationId}`} className="inline-flex min-h-11 items-center">
            {row.caseNumber}
          </Link>
        </>
      ),
    },
    { key: "item", head: t("instalments.item"), cell: (row: Row) => say(row.item) },
    { key: "part", head: t("instalments.which"), cell: (row: Row) => t("instalments.part", { number: row.number }) },
    { key: "due", head: t("instalments.when"), cell: (row: Row) => row.dueOn ?? row.when },
    { key: "sum", head: t("instalments.sum"), figure: true, cell: (row: Row) => <Money fen={row.fen} /> },
    {
      key: "standing",
      head: t("instalments.state"),
      cell: (row: Row) => <Tag tone={partTones[row.standing]}>{t(`instalments.standing.${row.standing}`)}</Tag>,
    },
  ];
  return (
    <section className="card mt-6">
      <h2 className="mb-1">{t("instalments.coming")}</h2>
      <p className="mb-3 text-sm text-muted">{t("instalments.comingLead")}</p>
      <DataTable caption={t("instalments.coming")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
    </section>
  );
}

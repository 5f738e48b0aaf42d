import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, type Column } from "~/ui/data-table";
import { Money } from "~/ui/money";
import { casesHref } from "../domain/case-links";
import { percentOf, type BudgetUse } from "../domain/figures";

/** Budgets with what is reserved and disbursed; a name opens the applications that draw on it. */
export function BudgetTable({ budgets }: { budgets: readonly BudgetUse[] }) {
  const { t } = useTranslation("monitoring");
  const columns: Column<BudgetUse>[] = [
    { key: "name", head: t("budgetName"), cell: (row) => <Link to={casesHref({}, { envelope: row.id })} className="underline">{row.name}</Link> },
    { key: "year", head: t("year"), cell: (row) => row.year },
    { key: "granted", head: t("granted"), figure: true, cell: (row) => <Money fen={row.grantedFen} /> },
    { key: "reserved", head: t("reserved"), figure: true, cell: (row) => <Money fen={row.reservedFen} /> },
    { key: "disbursed", head: t("disbursedSum"), figure: true, cell: (row) => <Money fen={row.disbursedFen} /> },
    { key: "use", head: t("useShare"), figure: true, cell: (row) => `${percentOf(row.disbursedFen, row.grantedFen)}%` },
  ];
  return (
    <section id="budgets" className="card mt-6" aria-labelledby="budgets-title">
      <h2 id="budgets-title">{t("budgetsTitle")}</h2>
      <p className="mb-2 text-sm text-muted">{t("budgetScope")}</p>
      {budgets.length === 0 ? <p>{t("noBudgets")}</p> : <DataTable caption={t("budgetsTitle")} hideCaption columns={columns} rows={budgets} rowKey={(row) => row.id} />}
    </section>
  );
}

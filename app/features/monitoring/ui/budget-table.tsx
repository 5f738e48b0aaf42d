import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { DataTable, type Column } from "~/ui/data-table";
import { casesHref } from "../domain/case-links";
import { percentOf } from "~/kernel/percent";
import type { BudgetUse } from "../domain/figures";
import { FigureLink } from "./figure-link";

/** The rest is folded away. */
const shown = 8;

/** Budgets with what is reserved and disbursed; a name opens the applications that draw on it. */
export function BudgetTable({ budgets }: { budgets: readonly BudgetUse[] }) {
  const { t } = useWords("monitoring");
  const inYuan = (name: string) => t("yuanColumn", { name: t(name) });
  const rowKey = (row: BudgetUse) => row.id;
  const columns: Column<BudgetUse>[] = [
    {
      key: "name",
      head: t("budgetName"),
      cell: (row) => <FigureLink to={casesHref({}, { envelope: row.id })}>{row.name}</FigureLink>,
    },
    { key: "year", head: t("year"), figure: true, cell: (row) => row.year },
    { key: "granted", head: inYuan("granted"), figure: true, cell: (row) => formatYuan(row.grantedFen) },
    {
      key: "reserved",
      head: inYuan("reserved"),
      figure: true,
      cell: (row) => (
        <FigureLink to={casesHref({}, { envelope: row.id, stage: "unpaid" })}>{formatYuan(row.unpaidFen)}</FigureLink>
      ),
    },
    {
      key: "disbursed",
      head: inYuan("disbursedSum"),
      figure: true,
      cell: (row) => (
        <FigureLink to={casesHref({}, { envelope: row.id, stage: "paid" })}>{formatYuan(row.disbursedFen)}</FigureLink>
      ),
    },
    { key: "use", head: t("useShare"), figure: true, cell: (row) => `${percentOf(row.disbursedFen, row.grantedFen)}%` },
  ];
  return (
    <section id="budgets" className="card mt-6" aria-labelledby="budgets-title">
      <h2 id="budgets-title">{t("budgetsTitle")}</h2>
      <p className="mb-2 text-sm text-muted">{t("budgetScope")}</p>
      {budgets.length === 0 ? (
        <p>{t("noBudgets")}</p>
      ) : (
        <DataTable
          caption={t("budgetsTitle")}
          hideCaption
          columns={columns}
          rows={budgets.slice(0, shown)}
          rowKey={rowKey}
        />
      )}
      {budgets.length > shown && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-brand-700 underline">
            {t("moreBudgets", { count: budgets.length - shown })}
          </summary>
          <DataTable
            caption={t("moreBudgets", { count: budgets.length - shown })}
            hideCaption
            columns={columns}
            rows={budgets.slice(shown)}
            rowKey={rowKey}
          />
        </details>
      )}
    </section>
  );
}

import { useWords } from "~/i18n/use-words";
import type { Fen } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import { Money } from "~/ui/money";

type Waiting = { id: string; document: string; count: number; fen: Fen };

/** Approved cases for which this year's budget has no money, by document; money granted goes to them first. */
export function WaitingBudgets({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useWords("funds");
  if (waiting.length === 0) return null;
  const columns = [
    { key: "document", head: t("budgets.document"), cell: (row: Waiting) => row.document },
    { key: "count", head: t("budgets.waitingCount"), figure: true, cell: (row: Waiting) => row.count },
    { key: "sum", head: t("budgets.waitingSum"), figure: true, cell: (row: Waiting) => <Money fen={row.fen} /> },
  ];
  return (
    <section className="card mb-6 border-l-4 border-l-warn">
      <h2 className="mb-1">{t("budgets.waitingTitle")}</h2>
      <p className="mb-3 text-muted">{t("budgets.waitingLead")}</p>
      <DataTable
        caption={t("budgets.waitingTitle")}
        hideCaption
        columns={columns}
        rows={waiting}
        rowKey={(row) => row.id}
      />
    </section>
  );
}

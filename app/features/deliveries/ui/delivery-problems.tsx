import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import type { DeliveryProblem } from "../domain/delivery-rows";

const own = ["doubledColumn", "missingColumn", "noHeading", "noFacts", "empty", "duplicate", "termReversed"] as const;

/** Why a file was not taken: row, column and reason of each problem. */
export function DeliveryProblems({ problems, count }: { problems: readonly DeliveryProblem[]; count: number }) {
  const { t } = useWords(["deliveries", "common"]);
  const said = (reason: string) => {
    const known = own.find((each) => each === reason);
    return known ? t(`problems.${known}`) : t(`problem.${reason}`, { ns: "common" });
  };
  const columnName = (column: string) => (column === "creditCode" ? t("mapping.creditCode") : column);
  return (
    <section className="card mb-6">
      <Alert tone="bad">
        {t("problems.title", { count })}
        {count > problems.length && t("problems.firstOf", { count: problems.length })}
      </Alert>
      <DataTable
        caption={t("problems.title", { count })}
        hideCaption
        columns={[
          { key: "row", head: t("problems.row"), figure: true, cell: (row: DeliveryProblem) => row.row },
          { key: "column", head: t("problems.column"), cell: (row: DeliveryProblem) => columnName(row.column) },
          { key: "reason", head: t("problems.reason"), cell: (row: DeliveryProblem) => said(row.reason) },
        ]}
        rows={problems}
        rowKey={({ row, column, reason }) => `${row}/${column}/${reason}`}
      />
    </section>
  );
}

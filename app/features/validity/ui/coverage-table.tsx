import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { DataTable, type Column } from "~/ui/data-table";
import type { CoverageRow } from "../use-cases/read-coverage.server";

/** How far each office has come with its documents. */
export function CoverageTable({ rows, caption }: { rows: readonly CoverageRow[]; caption: string }) {
  const { t } = useWords("validity");
  const columns: Column<CoverageRow>[] = [
    { key: "office", head: t("coverage.office"), wide: true, cell: (row) => row.office },
    { key: "documents", head: t("coverage.documents"), figure: true, cell: (row) => row.documents },
    { key: "confirmed", head: t("coverage.confirmed"), figure: true, cell: (row) => row.confirmed },
    { key: "stated", head: t("coverage.stated"), figure: true, cell: (row) => row.stated },
    { key: "open", head: t("coverage.open"), figure: true, cell: (row) => row.open },
    { key: "share", head: t("coverage.share"), figure: true, cell: (row) => row.shareText },
    { key: "fen", head: t("coverage.fen"), figure: true, cell: (row) => formatYuan(row.fen) },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} />;
}

import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";

export type ShownSeal = { number: number; day: string; at: Date; streams: number; events: string; root: string };

/** Seals with their roots, each to be taken away as a file. */
export function SealTable({ seals }: { seals: readonly ShownSeal[] }) {
  const { t } = useWords("audit");
  const columns: Column<ShownSeal>[] = [
    {
      key: "day",
      head: t("seals.day"),
      cell: (seal) => (
        <div>
          {seal.day}
          <span className="block text-sm text-muted">{t("seals.number", { number: seal.number })}</span>
        </div>
      ),
    },
    { key: "at", head: t("seals.at"), cell: (seal) => <DateTimeText at={seal.at} /> },
    { key: "streams", head: t("seals.streams"), cell: (seal) => seal.streams, figure: true },
    { key: "events", head: t("seals.events"), cell: (seal) => seal.events, figure: true },
    { key: "root", head: t("seals.root"), cell: (seal) => <code className="break-all text-sm">{seal.root}</code> },
    {
      key: "file",
      head: t("seals.file"),
      cell: (seal) => (
        <a
          href={`/audit-roots/file?number=${seal.number}`}
          download
          className="inline-flex min-h-11 items-center underline"
        >
          {t("seals.download")}
          <span className="sr-only"> {seal.day}</span>
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("seals.title")}
      hideCaption
      columns={columns}
      rows={seals}
      rowKey={(seal) => String(seal.number)}
    />
  );
}

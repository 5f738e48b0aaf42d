import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { termWords } from "../domain/term-words";

type Row = {
  kind: string;
  subjectId: string;
  step: string | null;
  number: string | null;
  firm: string | null;
  item: Bilingual | null;
  office: string | null;
  day: string;
  toDay: string;
};

/** Terms that a change of the calendar moves. */
export function MoveTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords(["calendar", "applications", "troubles"]);
  const say = useSay();
  const columns = [
    {
      key: "case",
      head: t("change.case"),
      wide: true,
      cell: ({ number, firm, item }: Row) => (
        <>
          {number ?? "—"}
          {item && <span className="block">{say(item)}</span>}
          {firm && <span className="block text-sm text-muted">{firm}</span>}
        </>
      ),
    },
    { key: "term", head: t("change.term"), cell: (row: Row) => termWords(t, row) },
    { key: "office", head: t("change.office"), cell: ({ office }: Row) => office ?? t("change.administrators") },
    { key: "from", head: t("change.from"), cell: ({ day }: Row) => <DateText day={day} /> },
    {
      key: "to",
      head: t("change.to"),
      cell: ({ day, toDay }: Row) => (
        <>
          <DateText day={toDay} />{" "}
          <span className="text-sm whitespace-nowrap text-muted">
            {t(toDay > day ? "change.later" : "change.earlier")}
          </span>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("change.terms")}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ kind, subjectId }) => kind + subjectId}
    />
  );
}

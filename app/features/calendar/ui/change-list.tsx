import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { useChangeTitle } from "./change-title";

type Row = Parameters<ReturnType<typeof useChangeTitle>>[0] & {
  id: string;
  status: string;
  proposedAt: Date;
  moved: number;
};

/** The changes of the calendar that were entered last. */
export function ChangeList({ changes }: { changes: readonly Row[] }) {
  const { t } = useWords("calendar");
  const title = useChangeTitle();
  const columns = [
    { key: "when", head: t("when"), cell: ({ proposedAt }: Row) => <DateTimeText at={proposedAt} /> },
    {
      key: "what",
      head: t("what"),
      wide: true,
      cell: (row: Row) => <Link to={`/admin/calendar/${row.id}`}>{title(row)}</Link>,
    },
    { key: "state", head: t("state"), cell: ({ status }: Row) => t(status) },
    {
      key: "moved",
      head: t("movedCount"),
      figure: true,
      cell: ({ status, moved }: Row) => (status === "confirmed" ? moved : "—"),
    },
  ];
  return (
    <section className="card mt-6">
      <h2 className="mb-3">{t("changes")}</h2>
      {changes.length === 0 ? (
        <p>{t("noChanges")}</p>
      ) : (
        <DataTable caption={t("changes")} hideCaption columns={columns} rows={changes} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

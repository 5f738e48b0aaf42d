import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag, type Tone } from "~/ui/tag";
import type { DraftStatus } from "../domain/draft";
import type { DraftRow } from "../use-cases/list-workbench.server";

const tones: Record<DraftStatus, Tone> = {
  editing: "plain",
  proposed: "warn",
  signed: "info",
  published: "good",
  discarded: "plain",
};

/** Drafts with who has them and how far they are. */
export function DraftTable({ drafts }: { drafts: readonly DraftRow[] }) {
  const { t } = useWords("workbench");
  const say = useSay();
  const columns: Column<DraftRow>[] = [
    {
      key: "title",
      head: t("table.item"),
      cell: (row) => (
        <Link to={`/workbench/${row.id}${row.status === "editing" ? "" : "/release"}`}>
          {say(row.title) || row.itemId}
        </Link>
      ),
    },
    {
      key: "status",
      head: t("table.status"),
      cell: (row) => (
        <>
          <Tag tone={tones[row.status]}>{t(`status.${row.status}`)}</Tag>
          {row.status === "signed" && row.publishOn && <span className="ml-1 text-sm">{row.publishOn}</span>}
        </>
      ),
    },
    { key: "author", head: t("table.author"), cell: (row) => row.author },
    {
      key: "changed",
      head: t("table.changed"),
      cell: (row) => (
        <>
          {row.changedBy} <DateTimeText at={row.changedAt} />
        </>
      ),
    },
  ];
  return <DataTable caption={t("drafts")} hideCaption columns={columns} rows={drafts} rowKey={(row) => row.id} />;
}

import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag, type Tone } from "~/ui/tag";
import type { ShownDocument, ShownStatement } from "../use-cases/read-document.server";
import { kindLabel } from "./statement-form";

const tones: Record<ShownStatement["status"], Tone> = {
  proposed: "info",
  released: "good",
  refused: "bad",
  withdrawn: "plain",
};

/** All that was said of a document, the newest first. */
export function StatementHistory({ rows, state }: { rows: readonly ShownStatement[]; state: ShownDocument["state"] }) {
  const { t } = useWords("validity");
  const columns: Column<ShownStatement>[] = [
    { key: "said", head: t("history.said"), wide: true, cell: (row) => <What row={row} state={state} /> },
    { key: "source", head: t("history.source"), cell: (row) => <Source row={row} /> },
    {
      key: "maker",
      head: t("history.maker"),
      cell: (row) => (
        <div>
          {row.maker}
          <When at={row.createdAt} />
        </div>
      ),
    },
    {
      key: "status",
      head: t("history.status"),
      cell: (row) => (
        <div>
          <Tag tone={tones[row.status]}>{t(`history.${row.status}`)}</Tag>
          {row.decidedAt && (
            <span className="mt-1 block">
              {row.decider}
              <When at={row.decidedAt} />
            </span>
          )}
          {row.refusal && <span className="block">{row.refusal}</span>}
        </div>
      ),
    },
  ];
  return (
    <section className="card mb-6">
      <h2 className="mb-3">{t("history.title")}</h2>
      {rows.length === 0 ? (
        <p className="text-muted">{t("history.none")}</p>
      ) : (
        <DataTable caption={t("history.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
    </section>
  );
}

function When({ at }: { at: Date }) {
  return (
    <span className="block text-sm text-muted">
      <DateTimeText at={at} />
    </span>
  );
}

function What({ row, state }: { row: ShownStatement; state: ShownDocument["state"] }) {
  const { t } = useWords("validity");
  const { kind, from, until, since, by, words, day } = row;
  const term =
    kind === "confirmed"
      ? t("history.term", { from: from ?? t("noEnd"), until: until ?? t("noEnd") })
      : since
        ? t("history.sinceDay", { day: since })
        : until && t("history.untilDay", { day: until });
  return (
    <div>
      <span className="font-semibold">{t(kindLabel(kind, state))}</span>
      {[term, by, words, t("history.checked", { day })].filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </div>
  );
}

function Source({ row: { id, number, address, fileName } }: { row: ShownStatement }) {
  return (
    <div>
      {number && <span className="block">{number}</span>}
      {address && (
        <a href={address} rel="noreferrer nofollow" target="_blank" className="block break-all">
          {address}
        </a>
      )}
      {fileName && (
        <a href={`/validity/sources/${id}`} className="inline-flex min-h-11 items-center break-all">
          {fileName}
        </a>
      )}
    </div>
  );
}

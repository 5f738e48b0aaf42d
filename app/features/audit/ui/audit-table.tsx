import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { actionWords, roleWords, subjectWords } from "./audit-words";

export type ShownEvent = {
  id: string;
  at: Date;
  actor: string | null;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string;
  subject: string | null;
  address: string | null;
  before: string | null;
  after: string | null;
};

/** Entries of the log with what was before and after. */
export function AuditTable({ lines }: { lines: readonly ShownEvent[] }) {
  const { t } = useWords(["audit", "applications", "identity"]);
  const columns: Column<ShownEvent>[] = [
    { key: "at", head: t("at"), cell: (line) => <DateTimeText at={line.at} /> },
    {
      key: "actor",
      head: t("actor"),
      cell: (line) => (
        <div>
          {line.actor ?? t("system")}
          <span className="block text-sm text-muted">{roleWords(t, line.actorRole)}</span>
        </div>
      ),
    },
    {
      key: "action",
      head: t("action"),
      cell: (line) => (
        <div>
          {actionWords(t, line.action)}
          <code className="block text-xs text-muted">{line.action}</code>
        </div>
      ),
    },
    { key: "subject", head: t("subject"), cell: (line) => <Subject line={line} /> },
    { key: "change", head: t("change"), cell: (line) => <Change line={line} /> },
    { key: "address", head: t("address"), cell: (line) => line.address ?? "" },
  ];
  return <DataTable caption={t("list")} hideCaption columns={columns} rows={lines} rowKey={(line) => line.id} />;
}

function Subject({ line }: { line: ShownEvent }) {
  const { t } = useWords("audit");
  return (
    <div>
      {subjectWords(t, line.subjectType)} {line.subject}
      <code className="block text-xs text-muted">{line.subjectId}</code>
      {line.subjectType === "application" && (
        <Link to={`/audit/replay?case=${line.subjectId}`} className="inline-flex min-h-11 items-center underline">
          {t("replay.run")}
        </Link>
      )}
    </div>
  );
}

function Change({ line }: { line: ShownEvent }) {
  const { t } = useWords("audit");
  if (!line.before && !line.after) return null;
  return (
    <details className="min-w-0">
      <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("details")}</summary>
      {line.before && <Value label={t("before")} text={line.before} />}
      {line.after && <Value label={t("after")} text={line.after} />}
    </details>
  );
}

function Value({ label, text }: { label: string; text: string }) {
  return (
    <div className="mt-1 text-sm">
      <p className="font-medium">{label}</p>
      <pre className="max-w-md whitespace-pre-wrap rounded bg-slate-100 p-2 text-xs">{text}</pre>
    </div>
  );
}

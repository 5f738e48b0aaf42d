import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import { deviceName } from "../domain/device-name";

export type ShownSession = {
  id: string;
  loginName: string;
  displayName: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
};

/** Live sessions, each with a way to end it; the own one is marked instead. */
export function SessionTable({
  sessions,
  current,
  caption,
  withPerson,
}: {
  sessions: readonly ShownSession[];
  current: string;
  caption: string;
  withPerson: boolean;
}) {
  const { t } = useWords("identity");
  const person: Column<ShownSession> = {
    key: "person",
    head: t("sessions.person"),
    cell: (row) => (
      <div>
        {row.displayName}
        <span className="block text-sm text-muted">{row.loginName}</span>
      </div>
    ),
  };
  const columns: Column<ShownSession>[] = [
    ...(withPerson ? [person] : []),
    { key: "address", head: t("sessions.address"), cell: (row) => row.address ?? "" },
    {
      key: "device",
      head: t("sessions.device"),
      cell: (row) => deviceName(row.userAgent) ?? row.userAgent?.slice(0, 30) ?? "",
    },
    { key: "since", head: t("sessions.since"), cell: (row) => <DateTimeText at={row.createdAt} /> },
    { key: "seen", head: t("sessions.seen"), cell: (row) => <DateTimeText at={row.lastSeenAt} /> },
    {
      key: "end",
      head: t("sessions.end"),
      cell: (row) => (row.id === current ? <Tag tone="good">{t("sessions.this")}</Tag> : <EndSession session={row} />),
    },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={sessions} rowKey={(row) => row.id} />;
}

function EndSession({ session }: { session: ShownSession }) {
  const { t } = useWords("identity");
  return (
    <Form method="post">
      <input type="hidden" name="id" value={session.id} />
      <button name="intent" value="end" className="button button-danger">
        {t("sessions.end")}
        <span className="sr-only" data-names>
          {" "}
          {session.displayName} {session.address}
        </span>
      </button>
    </Form>
  );
}

import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { ShownLine } from "../use-cases/read-lines.server";

type Clearing = ShownLine["clearings"][number];
const tones = { proposed: "info", released: "good", refused: "bad", withdrawn: "plain" } as const;

/** What was said of a line, the latest first. */
export function ClearingHistory({ rows }: { rows: readonly Clearing[] }) {
  const { t } = useWords("funds");
  if (rows.length === 0) return null;
  const columns = [
    {
      key: "meaning",
      head: t("bank.clearing.meaning"),
      cell: ({ meaning, about }: Clearing) => (
        <div>
          {t(`bank.clearing.meanings.${meaning}`)}
          {about && (
            <p>
              <Link to={`/finance/cases/${about.id}`} className="inline-flex min-h-11 items-center">
                {about.number}
              </Link>
            </p>
          )}
        </div>
      ),
    },
    {
      key: "reason",
      head: t("bank.clearing.reason"),
      wide: true,
      cell: ({ number, reason }: Clearing) => (
        <div>
          {reason}
          <p className="text-sm break-all text-muted">{number}</p>
        </div>
      ),
    },
    {
      key: "by",
      head: t("bank.clearing.by"),
      cell: ({ maker, createdAt }: Clearing) => <Person name={maker} at={createdAt} />,
    },
    {
      key: "decider",
      head: t("bank.clearing.decider"),
      cell: ({ decider, decidedAt }: Clearing) => decidedAt && <Person name={decider} at={decidedAt} />,
    },
    {
      key: "state",
      head: t("bank.clearing.state"),
      cell: ({ status, refusal }: Clearing) => (
        <div>
          <Tag tone={tones[status]}>{t(`bank.clearing.statuses.${status}`)}</Tag>
          {refusal && <p className="text-sm">{refusal}</p>}
        </div>
      ),
    },
  ];
  return (
    <section className="card mb-6">
      <h2 className="mb-3">{t("bank.clearing.history")}</h2>
      <DataTable
        caption={t("bank.clearing.history")}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </section>
  );
}

function Person({ name, at }: { name: string; at: Date }) {
  return (
    <div>
      {name}
      <p className="text-sm text-muted">
        <DateTimeText at={at} />
      </p>
    </div>
  );
}

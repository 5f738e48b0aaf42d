import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { ValidityState } from "~/features/policies/domain/validity";
import { ValidityTag } from "~/features/policies/ui/validity-card";
import { DataTable, type Column } from "~/ui/data-table";
import { Money } from "~/ui/money";

type Nature = "cash" | "upTo" | "nonCash";
type Item = { id: string; title: string; department: string };
type Head = Item & { nature: Nature };
export type ReportShown = {
  owed: (Head & { fen: bigint | null; countedFen: bigint | null; closesOn: string | null })[];
  open: (Head & { fen: bigint | null; missing: number })[];
  close: (Head & {
    gainFen: bigint | null;
    changes: { label: string; from: string; to: string; gap: string | null; day: string | null }[];
  })[];
  never: (Head & { lacks: string[] })[];
  doubtful: (Item & { verdict: "eligible" | "unknown" | "ineligible"; state: ValidityState })[];
};

/** The lists of a report: due now, close, never, to be told, and apart what may not be in force. */
export function ReportTables({ report }: { report: ReportShown }) {
  return (
    <>
      <OwedList rows={report.owed} />
      <CloseList rows={report.close} />
      <NeverList rows={report.never} />
      <OpenList rows={report.open} />
      <DoubtfulList rows={report.doubtful} />
    </>
  );
}

function useNames(): Column<Item>[] {
  const { t } = useWords("advice");
  return [
    { key: "item", head: t("report.item"), cell: (row) => <Link to={`/firm/matches/${row.id}`}>{row.title}</Link> },
    { key: "department", head: t("report.department"), cell: (row) => row.department },
  ];
}

function useHeads(): Column<Head>[] {
  const { t } = useWords(["advice", "common"]);
  return [
    ...useNames(),
    { key: "nature", head: t("report.nature"), cell: (row) => t(`nature.${row.nature}`, { ns: "common" }) },
  ];
}

function OwedList({ rows }: { rows: ReportShown["owed"] }) {
  const { t } = useWords("advice");
  const columns: Column<(typeof rows)[number]>[] = [
    ...useHeads(),
    { key: "sum", head: t("report.sum"), figure: true, cell: (row) => <Owed row={row} /> },
    { key: "closes", head: t("report.closes"), cell: (row) => row.closesOn ?? "—" },
  ];
  return <ReportList name="owed" rows={rows} columns={columns} />;
}

function CloseList({ rows }: { rows: ReportShown["close"] }) {
  const { t } = useWords(["advice", "common"]);
  const columns: Column<(typeof rows)[number]>[] = [
    ...useHeads(),
    {
      key: "sum",
      head: t("close.gain"),
      figure: true,
      cell: (row) => <Sum nature={row.nature} fen={row.gainFen} />,
    },
    {
      key: "needs",
      head: t("report.needs"),
      cell: (row) => (
        <ul>
          {row.changes.map((change) => (
            <li key={change.label}>
              {change.label}
              {t("colon", { ns: "common" })}
              {change.from} → {change.to}
              {change.day && ` (${change.day})`}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <ReportList name="close" rows={rows} columns={columns} />;
}

function NeverList({ rows }: { rows: ReportShown["never"] }) {
  const { t } = useWords(["advice", "matching"]);
  const columns: Column<(typeof rows)[number]>[] = [
    ...useHeads(),
    {
      key: "needs",
      head: t("report.needs"),
      cell: (row) => row.lacks.join(t("listComma", { ns: "matching" })) || "—",
    },
  ];
  return <ReportList name="never" note={t("report.neverNote")} rows={rows} columns={columns} />;
}

function OpenList({ rows }: { rows: ReportShown["open"] }) {
  const { t } = useWords(["advice", "matching"]);
  const columns: Column<(typeof rows)[number]>[] = [
    ...useHeads(),
    { key: "sum", head: t("close.would"), figure: true, cell: (row) => <Sum nature={row.nature} fen={row.fen} /> },
    {
      key: "needs",
      head: t("report.needs"),
      cell: (row) => t("missing", { ns: "matching", count: row.missing }),
    },
  ];
  return <ReportList name="open" folded note={t("report.openNote")} rows={rows} columns={columns} />;
}

function DoubtfulList({ rows }: { rows: ReportShown["doubtful"] }) {
  const { t } = useWords(["advice", "common"]);
  const columns: Column<(typeof rows)[number]>[] = [
    ...useNames(),
    { key: "state", head: t("report.state"), cell: (row) => <ValidityTag state={row.state} /> },
    { key: "verdict", head: t("report.verdict"), cell: (row) => t(`verdict.${row.verdict}`, { ns: "common" }) },
  ];
  return <ReportList name="doubtful" folded note={t("report.doubtfulNote")} rows={rows} columns={columns} />;
}

function ReportList<Row extends Item>({
  name,
  rows,
  columns,
  note,
  folded,
}: {
  name: "owed" | "open" | "close" | "never" | "doubtful";
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  note?: string;
  folded?: boolean;
}) {
  const { t } = useWords("advice");
  const table = (
    <div className="card">
      <DataTable caption={t(`report.${name}`)} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
  return (
    <section className="mb-8" aria-labelledby={name}>
      <h2 id={name} className="mb-2">
        {t(`report.${name}`)}{" "}
        <span className="text-base font-normal text-muted">{t("report.count", { count: rows.length })}</span>
      </h2>
      {note && <p className="mb-2 text-sm text-muted">{note}</p>}
      {rows.length === 0 ? (
        <p className="text-muted">{t("report.none")}</p>
      ) : folded ? (
        <details>
          <summary className="inline-flex min-h-11 items-center text-brand-700 underline">
            {t("report.showAll")}
          </summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}

function Sum({ nature, fen }: { nature: Nature; fen: bigint | null }): ReactNode {
  const { t } = useWords("advice");
  if (nature === "nonCash") return "—";
  return fen === null ? t("report.sumOpen") : <Money fen={fen} />;
}

function Owed({ row }: { row: ReportShown["owed"][number] }) {
  const { t } = useWords("advice");
  const isLess = row.nature !== "nonCash" && row.fen !== null && row.countedFen !== null && row.countedFen < row.fen;
  return (
    <>
      <Sum nature={row.nature} fen={row.fen} />
      {isLess && (
        <span className="block text-sm text-muted">
          {row.countedFen === 0n ? (
            t("report.notCounted")
          ) : (
            <>
              {t("combination.counted")} <Money fen={row.countedFen ?? 0n} />
            </>
          )}
        </span>
      )}
    </>
  );
}

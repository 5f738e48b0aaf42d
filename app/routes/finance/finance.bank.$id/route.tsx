import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Outcome } from "~/features/treasury/domain/bank/bank-answer";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { ReturnReason } from "~/features/funds/ui/return-reason";
import { OutcomeTag, OutcomeTags } from "~/features/treasury/ui/outcome-tags";
import { readBankFile } from "~/features/treasury/use-cases/read-bank-files.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", ({ params, context, actor }) =>
  readBankFile(context.prisma, params["id"] ?? "", treasuryRegion(actor)),
);

/** Outcomes that leave something to do. */
const needsSomebody: readonly Outcome[] = [
  "amountDiffers",
  "contradicts",
  "unknown",
  "excess",
  "recoveryOpen",
  "setAside",
];

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Shown["lines"][number];

export default function BankFile() {
  const file = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const [parameters] = useSearchParams();
  const aside = file.outcomes.find(({ outcome }) => outcome === "setAside")?.count ?? 0;
  const waits = file.outcomes.some(({ outcome }) => needsSomebody.includes(outcome));
  const columns = useColumns(file.kind);
  return (
    <>
      <FinanceNav />
      <PageTitle
        title={file.messageId}
        lead={
          <>
            {t(`bank.kinds.${file.kind}`)} · {file.fileName}
            {file.batchNumber && <> · {file.batchNumber}</>}
          </>
        }
      />
      {parameters.has("repeated") && <Alert tone="info">{t("bank.repeated")}</Alert>}
      {parameters.has("done") && <Alert tone="good">{t("bank.done")}</Alert>}
      {aside > 0 && <Alert tone="bad">{t("bank.setAsideSo", { count: aside })}</Alert>}
      {waits && (
        <Alert tone="warn">
          {t("bank.waits")} <Link to="/finance/reconciliation">{t("nav.reconciliation")}</Link>
        </Alert>
      )}
      <div className="mb-4">
        <OutcomeTags outcomes={file.outcomes} />
      </div>
      {file.lines.length === 0 ? (
        <EmptyState title={t("bank.empty")} />
      ) : (
        <div className="card">
          <DataTable
            caption={file.messageId}
            hideCaption
            columns={columns}
            rows={file.lines}
            rowKey={(row) => row.id}
          />
        </div>
      )}
    </>
  );
}

/** A line a row: whom it names, what the bank said and what became of it. */
function useColumns(kind: Shown["kind"]): Column<Row>[] {
  const { t } = useWords("funds");
  return [
    { key: "line", head: t("bank.line"), figure: true, cell: (row) => row.position },
    {
      key: "firm",
      head: t("bank.firm"),
      cell: (row) =>
        row.batchId ? (
          <Link to={`/finance/batches/${row.batchId}`}>
            {row.firm} {row.number}
          </Link>
        ) : (
          <span className="break-all">{row.reference}</span>
        ),
    },
    {
      key: "sum",
      head: t("bank.sum"),
      figure: true,
      cell: (row) => (row.amountFen === null ? "" : <Money fen={row.amountFen} />),
    },
    { key: "said", head: t("bank.said"), cell: (row) => t(`bank.status.${row.status}`) },
    { key: "booked", head: t("bank.booked"), cell: (row) => row.bookedOn && <DateText day={row.bookedOn} /> },
    {
      key: "reason",
      head: t("bank.reason"),
      cell: (row) => <ReturnReason reason={row.reasonText} code={row.reasonCode} />,
    },
    {
      key: "outcome",
      head: t("bank.outcome"),
      cell: (row) => <LineOutcome row={row} isStatement={kind === "camt.054"} />,
    },
  ];
}

/** What became of a line, why it was set aside, and the way to clear it. */
function LineOutcome({ row, isStatement }: { row: Row; isStatement: boolean }) {
  const { t } = useWords("funds");
  return (
    <>
      <OutcomeTag outcome={row.outcome as Outcome} />
      {row.problem && (
        <p className="mt-1 max-w-[40ch] text-sm">
          {t(`bank.reasons.${row.problem}`)}
          <span className="block break-all text-muted">{row.problemPath}</span>
        </p>
      )}
      {(row.outcome === "setAside" || (row.outcome === "unknown" && isStatement)) && (
        <p className="mt-1">
          <Link to={`/finance/lines/${row.id}`} className="inline-flex min-h-11 items-center">
            {t("bank.clearing.open")}
            <span className="sr-only"> {row.position}</span>
          </Link>
        </p>
      )}
    </>
  );
}

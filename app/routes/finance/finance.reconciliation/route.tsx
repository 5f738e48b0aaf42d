import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { OwedBack } from "~/features/treasury/ui/owed-back";
import { WaitingReturns } from "~/features/treasury/ui/waiting-returns";
import { YearNav } from "~/features/funds/ui/year-nav";
import { readYears } from "~/features/funds/use-cases/read-years.server";
import { readMoneyBack } from "~/features/treasury/use-cases/read-money-back.server";
import { readReconciliation } from "~/features/treasury/use-cases/read-reconciliation.server";
import { confirmRefund, dropRefund, orderRefund } from "~/features/treasury/use-cases/refund-excess.server";
import { settleReturnedLine } from "~/features/treasury/use-cases/settle-returned-line.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import { languageOf } from "~/door/language.server";
import { formatYuan } from "~/kernel/money";
import { stepOf } from "~/kernel/step-of";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { yearAsked } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const year = yearAsked(request, context.clock);
  const back = await readMoneyBack(
    { tx: context.prisma, catalogue: context.catalogue, actor },
    await languageOf(request),
  );
  const years = await readYears({ tx: context.prisma, clock: context.clock }, year);
  return { year, years, back, ...(await readReconciliation({ tx: context.prisma }, treasuryRegion(actor), year)) };
});

const steps: Record<string, (deps: FinanceDeps, values: Readonly<Record<string, string>>) => Promise<void>> = {
  settle: (deps, { line = "" }) => settleReturnedLine(deps, line),
  order: (deps, { excess = "", reference = "" }) => orderRefund(deps, excess, reference),
  confirm: (deps, { excess = "" }) => confirmRefund(deps, excess),
  drop: (deps, { excess = "" }) => dropRefund(deps, excess),
};

export const action = guardedAction("manage:payment:region", async ({ request, context, actor }) => {
  const values = await formValues(request);
  const step = stepOf(steps, values["intent"]);
  await perform(context, actor, (deps) => step({ ...deps, actor }, values));
  return redirect(`/finance/reconciliation?done=${values["intent"]}`);
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Shown["differences"][number];

export default function ReconciliationPage() {
  const { year, years, back, covers, booksFen, bankFen, unexplainedFen, differences, batches } =
    useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const columns = useColumns();
  const sums = useSums();
  return (
    <>
      <FinanceNav />
      <PageTitle title={`${t("reconciliation.title")} ${year}`} lead={t("reconciliation.lead")}>
        <a href={`/finance/reconciliation/export?year=${year}`} className="button button-secondary">
          {t("reconciliation.export")}
        </a>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {useSearchParams()[0].get("done") === "settle" && <Alert tone="good">{t("moneyBack.settled")}</Alert>}
      <YearNav years={years} year={year} />
      <StatTiles>
        <StatTile label={t("reconciliation.books")} value={<Money fen={booksFen} />} />
        <StatTile label={t("reconciliation.bank")} value={<Money fen={bankFen} />} />
        <StatTile label={t("reconciliation.difference")} value={<Money fen={booksFen - bankFen} />} />
        <StatTile label={t("reconciliation.unexplained")} value={<Money fen={unexplainedFen} />} />
      </StatTiles>
      <WaitingReturns rows={back.waiting} />
      <OwedBack rows={back.excess} />
      <section className="card mb-6">
        <h2 className="mb-3">{t("reconciliation.differences")}</h2>
        <p className="mb-3 text-muted">
          {t("reconciliation.covers", { ...covers, lastAt: null })}
          {covers.lastAt && t("reconciliation.last", { day: shanghaiDay(covers.lastAt) })}
        </p>
        {differences.length === 0 ? (
          <Agreement compared={covers.compared} />
        ) : (
          <DataTable
            caption={t("reconciliation.differences")}
            hideCaption
            columns={columns}
            rows={differences}
            rowKey={(row) => row.id}
          />
        )}
      </section>
      {batches.length === 0 ? (
        <EmptyState title={t("batches.none")} />
      ) : (
        <section className="card">
          <h2 className="mb-3">{t("batches.title")}</h2>
          <DataTable caption={t("batches.title")} hideCaption columns={sums} rows={batches} rowKey={(row) => row.id} />
        </section>
      )}
    </>
  );
}

/** A difference a row: what it is about, its sum, why, and the next step. */
function useColumns(): Column<Row>[] {
  const { t } = useWords(["funds", "common"]);
  const about = (row: Row) =>
    row.batchId ? (
      <Link to={`/finance/batches/${row.batchId}`}>
        {row.firm} {row.number}
      </Link>
    ) : (
      <Link to={`/finance/bank/${row.fileId}`} className="break-all">
        {row.reference || t("none", { ns: "common" })}
      </Link>
    );
  const why = (row: Row) => (
    <>
      {t(`reconciliation.kinds.${row.kind}`)}
      {row.problem && <p className="text-sm text-muted">{t(`bank.reasons.${row.problem}`)}</p>}
    </>
  );
  const next = ({ kind, isSaid, lineId }: Row) => {
    const step = t(`reconciliation.steps.${isSaid ? "said" : kind}`);
    return lineId ? <Link to={`/finance/lines/${lineId}`}>{step}</Link> : step;
  };
  return [
    { key: "about", head: t("reconciliation.about"), cell: about },
    { key: "sum", head: t("reconciliation.difference"), figure: true, cell: (row) => formatYuan(row.fen) },
    { key: "why", head: t("reconciliation.why"), cell: why },
    { key: "next", head: t("reconciliation.next"), cell: next },
  ];
}

/** A batch a row: what was sent, paid, returned and is open, in yuan. */
function useSums(): Column<Shown["batches"][number]>[] {
  const { t } = useWords("funds");
  return [
    {
      key: "number",
      head: t("batches.number"),
      cell: (row) => <Link to={`/finance/batches/${row.id}`}>{row.number}</Link>,
    },
    { key: "at", head: t("reconciliation.released"), cell: (row) => <DateTimeText at={row.exportedAt} /> },
    { key: "total", head: t("reconciliation.sent"), figure: true, cell: (row) => formatYuan(row.totalFen) },
    { key: "paid", head: t("batches.paidSum"), figure: true, cell: (row) => formatYuan(row.paidFen) },
    {
      key: "returned",
      head: t("batches.returnedSum"),
      figure: true,
      cell: (row) => formatYuan(row.returnedFen),
    },
    { key: "open", head: t("batches.outstanding"), figure: true, cell: (row) => formatYuan(row.openFen) },
  ];
}

/** Agreement is told of what was compared, never of nothing. */
function Agreement({ compared }: { compared: number }) {
  const { t } = useWords("funds");
  if (compared === 0) return <Alert tone="info">{t("reconciliation.nothing")}</Alert>;
  return <Alert tone="good">{t("reconciliation.agree", { count: compared })}</Alert>;
}

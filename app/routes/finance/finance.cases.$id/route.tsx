import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { PaymentHistory } from "~/features/treasury/ui/payment-history";
import { RecoveryTable } from "~/features/treasury/ui/recovery-table";
import { readCaseMoney } from "~/features/treasury/use-cases/read-case-money.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { SumLines } from "~/features/matching/ui/sum-lines";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", ({ params, context, actor }) =>
  readCaseMoney(
    { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
    params["id"] ?? "",
    treasuryRegion(actor),
  ),
);

export default function CaseMoney() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const say = useSay();
  const first = shown.payments[0];
  const rows = [
    { key: "credit", label: t("caseMoney.credit"), value: <code>{shown.creditCode}</code> },
    {
      key: "item",
      label: t("caseMoney.item"),
      value: <Link to={`/policies/${shown.item.id}`}>{say(shown.item.title)}</Link>,
    },
    ...(shown.beneficiary ? [{ key: "payee", label: t("caseMoney.payee"), value: say(shown.beneficiary) }] : []),
    {
      key: "approved",
      label: t("caseMoney.approved"),
      value: shown.approvedFen === null ? t("none", { ns: "common" }) : <Money fen={shown.approvedFen} />,
    },
    ...(shown.sumReason ? [{ key: "reason", label: t("caseMoney.reason"), value: shown.sumReason }] : []),
    {
      key: "approver",
      label: t("payments.approver"),
      value: `${first?.approver ?? t("payments.noApprover")} ${first?.decidedOn ?? ""}`,
    },
  ];
  return (
    <>
      <FinanceNav />
      <PageTitle title={shown.firm} lead={`${t("caseMoney.title")} ${shown.number}`} />
      <section className="card mb-6">
        <SummaryList rows={rows} />
      </section>
      {shown.computation.length > 0 && (
        <section className="card mb-6">
          <h2 className="mb-3">{t("caseMoney.how")}</h2>
          <SumLines lines={shown.computation} />
        </section>
      )}
      <section className="card mb-6">
        <h2 className="mb-3">{t("caseMoney.payments")}</h2>
        <PaymentHistory rows={shown.payments} />
      </section>
      <section className="card">
        <h2 className="mb-3">{t("caseMoney.recoveries")}</h2>
        {shown.recoveries.length === 0 ? (
          <p className="text-muted">{t("caseMoney.noRecoveries")}</p>
        ) : (
          <RecoveryTable rows={shown.recoveries} caption={t("caseMoney.recoveries")} mayAct={false} />
        )}
      </section>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { AdviceNav } from "~/features/matching/ui/advice-nav";
import { ReportTables } from "~/features/matching/ui/report-tables";
import { readReport } from "~/features/matching/use-cases/read-report.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:match:own", async ({ request, context, actor }) => {
  const report = await readReport(
    { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
    ownFirm(actor),
    await languageOf(request),
  );
  return { report, mayWrite: actor.permissions.has("write:profile:own") };
});

export default function ReportPage() {
  const { report, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useWords(["advice", "matching"]);
  const { firm, totals } = report;
  return (
    <>
      <PageTitle
        title={t("report.title")}
        lead={t("report.lead", { name: firm.name, code: firm.creditCode, day: report.asOf })}
      >
        <PrintButton>{t("report.print")}</PrintButton>
        <a href="/firm/report/json" download className="button button-secondary">
          {t("report.json")}
        </a>
      </PageTitle>
      <AdviceNav mayWrite={mayWrite} />
      <StatTiles>
        <StatTile label={t("combination.cash")} value={<Money fen={totals.cashFen} />} />
        <StatTile label={t("upTo", { ns: "matching" })} value={<Money fen={totals.upToFen} />} />
        <StatTile label={t("combination.nonCash")} value={t("itemsCount", { ns: "matching", count: totals.nonCash })} />
        <StatTile label={t("report.close")} value={t("itemsCount", { ns: "matching", count: report.close.length })} />
      </StatTiles>
      <p className="mb-6 text-sm text-muted">{t("report.note")}</p>
      <ReportTables report={report} />
    </>
  );
}

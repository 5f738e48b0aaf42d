import { useLoaderData, useSubmit } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { checkVisitor, summarise } from "~/features/matching/use-cases/check-visitor.server";
import { doubtfulRows, matchRow } from "~/features/matching/use-cases/match-row.server";
import { DoubtfulList, doubtfulPage } from "~/features/matching/ui/doubtful-list";
import { MatchCard } from "~/features/matching/ui/match-card";
import { QuickCheckForm } from "~/features/matching/ui/quick-check-form";
import { ResultTiles } from "~/features/matching/ui/result-tiles";
import { quickQuestions } from "~/features/matching/use-cases/quick-questions.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { pageOf as pageOfRows } from "~/ui/paging";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "public" } satisfies RouteHandle;

const order = { eligible: 0, unknown: 1, ineligible: 2 };

export const loader = guardedLoader("public", async ({ request, context }) => {
  const { searchParams } = new URL(request.url);
  const { name, unknownCode, matches, doubtful, received, today } = await checkVisitor(context, searchParams);
  const { registry } = context.catalogue;
  const rows = matches
    .filter((match) => match.verdict !== "ineligible")
    .sort((a, b) => order[a.verdict] - order[b.verdict] || Number((b.fen ?? 0n) - (a.fen ?? 0n)));
  return {
    ...quickQuestions(context),
    said: Object.fromEntries(searchParams),
    name,
    unknownCode,
    summary: summarise(matches, received, today),
    result: pageOfRows(
      rows.map((row) => matchRow(row, registry)),
      pageOf(request),
      20,
    ),
    doubtful: pageOfRows(doubtfulRows(doubtful, registry), pageOf(request, doubtfulPage), 20),
  };
});

export default function Check() {
  const { places, zones, facts, demo, said, name, unknownCode, summary, result, doubtful } =
    useLoaderData<typeof loader>();
  const { t } = useWords("policies");
  const submit = useSubmit();
  return (
    <>
      <PageTitle title={t("check.title")} lead={t("check.lead")} />
      <QuickCheckForm
        places={places}
        zones={zones}
        facts={facts}
        said={said}
        demo={demo}
        onAnswers={(form) => submit(form, { replace: true, preventScrollReset: true })}
      />
      <section className="mt-8" aria-labelledby="result">
        <h2 id="result" className="mb-4">
          {name ? t("check.ofFirm", { name }) : t("check.result")}
        </h2>
        {unknownCode ? <Alert tone="warn">{t("check.unknownCode")}</Alert> : <ResultTiles summary={summary} />}
        <p className="mb-4 text-sm text-muted">{t("check.note")}</p>
        <ul className="grid gap-4">
          {result.rows.map((row) => (
            <MatchCard key={row.item.id} row={row} to={`/policies/${row.item.id}`} />
          ))}
        </ul>
        <Pagination page={result.page} pages={result.pages} />
        <DoubtfulList result={doubtful} to={(id) => `/policies/${id}`} />
      </section>
    </>
  );
}

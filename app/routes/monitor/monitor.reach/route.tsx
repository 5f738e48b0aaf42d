import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readReachFilter } from "~/features/monitoring/monitoring.schema";
import { NarrowedTo } from "~/features/monitoring/ui/narrowed-to";
import { ReachTable } from "~/features/monitoring/ui/reach-table";
import { filterWords } from "~/features/monitoring/use-cases/filter-words.server";
import { readReach } from "~/features/monitoring/use-cases/read-cases.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "read:monitoring:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:monitoring:all", async ({ request, context }) => {
  const filter = readReachFilter(new URL(request.url));
  const language = await languageOf(request);
  const words = await filterWords(context, filter, language);
  return { filter, words, result: await readReach(context, filter, pageOf(request), language) };
});

export default function Reached() {
  const { filter, words, result } = useLoaderData<typeof loader>();
  const { t } = useWords("monitoring");
  return (
    <>
      <PageTitle
        title={`${t("reach.title")}${t("colon", { ns: "common" })}${t(`funnel.${filter.kind}`)}`}
        lead={t("reach.lead")}
      >
        <Link to="/monitor" className="button button-quiet">
          {t("cases.back")}
        </Link>
      </PageTitle>
      <NarrowedTo words={words} />
      <p className="mb-3 font-semibold" role="status">
        {t("reach.found", { count: result.count })}
      </p>
      {result.count === 0 ? (
        <EmptyState title={t("reach.none")} />
      ) : (
        <div className="card">
          <ReachTable rows={result.rows} />
        </div>
      )}
      <Pagination page={result.page} pages={result.pages} />
    </>
  );
}

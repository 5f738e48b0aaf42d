import { useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { officeOfActor } from "~/features/validity/domain/office";
import { works } from "~/features/validity/domain/worklist";
import { WorklistTable } from "~/features/validity/ui/worklist-table";
import { readWorklist } from "~/features/validity/use-cases/read-worklist.server";
import { readWorkFilter } from "~/features/validity/validity.schema";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:policy:all", async ({ request, context, actor }) => {
  const filter = readWorkFilter(new URL(request.url));
  const { prisma: tx, clock, catalogue } = context;
  return {
    filter,
    ofOffice: officeOfActor(actor) !== null,
    ...(await readWorklist({ tx, clock, catalogue, actor }, filter, pageOf(request))),
  };
});

const choices = ["waiting", ...works] as const;

export default function Worklist() {
  const { filter, ofOffice, counts, rows, count, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords(["validity", "common"]);
  const { search } = useLocation();
  const isNarrowed = filter.work !== undefined || filter.q !== undefined;
  return (
    <>
      <PageTitle title={t("title")} lead={t(ofOffice ? "lead" : "leadAll")}>
        {count > 0 && (
          <a href={`/validity/export${search}`} download className="button button-secondary">
            {t("export")}
          </a>
        )}
      </PageTitle>
      <StatTiles>
        {choices
          .filter((each) => counts[each] > 0)
          .map((each) => (
            <StatTile key={each} label={t(`work.${each}`)} value={counts[each]} to={`/validity?work=${each}`} />
          ))}
      </StatTiles>
      <FilterBar key={search} active={isNarrowed}>
        <FilterSearch name="q" label={t("search")} value={filter.q} />
        <FilterSelect
          name="work"
          label={t("kind")}
          value={filter.work}
          all={t("all")}
          options={choices.map((value) => ({ value, label: t(`work.${value}`) }))}
        />
      </FilterBar>
      {count === 0 ? (
        <EmptyState title={t(isNarrowed ? "noneSo" : "none")}>{isNarrowed ? undefined : t("noneHint")}</EmptyState>
      ) : (
        <section className="card">
          <p className="mb-3 font-semibold" role="status">
            {t("found", { count })}
          </p>
          <WorklistTable rows={rows} />
        </section>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

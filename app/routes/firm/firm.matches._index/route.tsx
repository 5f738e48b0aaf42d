import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { filterMatches, matchFilterSchema } from "~/features/matching/domain/matches/match-filter";
import { nearnessOf } from "~/features/matching/domain/explain/nearness";
import { summarise } from "~/features/matching/use-cases/check-visitor.server";
import { doubtfulRows, matchRow } from "~/features/matching/use-cases/match-row.server";
import { readMatches } from "~/features/matching/use-cases/read-matches.server";
import { AdviceNav } from "~/features/matching/ui/advice-nav";
import { DoubtfulList, doubtfulPage } from "~/features/matching/ui/doubtful-list";
import { MatchCard } from "~/features/matching/ui/match-card";
import { ResultTiles } from "~/features/matching/ui/result-tiles";
import { departmentChoices, departmentName } from "~/features/policies/domain/department-name";
import { levels } from "~/features/policies/domain/policy-item";
import { useLanguage } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { pageOf as pageAsked } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { pageOf } from "~/ui/paging";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:match:own", async ({ request, context, actor }) => {
  const filter = matchFilterSchema.parse(
    Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")),
  );
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const { profile, matches, doubtful, received, today } = await readMatches(deps, ownFirm(actor));
  const { registry } = context.catalogue;
  const unique = (values: string[]) => [...new Set(values)].sort((a, b) => a.localeCompare(b, "zh"));
  const result = pageOf(
    filterMatches(matches, filter, {
      nearness: ({ item }) => nearnessOf(item.conditions, profile.facts, today),
      department: ({ item }) => departmentName(registry, item).zh,
    }),
    filter.page,
    20,
  );
  return {
    filter,
    mayWrite: actor.permissions.has("write:profile:own"),
    summary: {
      ...summarise(matches, received, today),
      ineligible: matches.filter((match) => match.verdict === "ineligible").length,
    },
    themes: unique(matches.map((match) => match.item.theme)),
    departments: departmentChoices(
      matches.map(({ item }) => item),
      registry,
    ),
    result: { ...result, rows: result.rows.map((row) => matchRow(row, deps.catalogue.registry)) },
    doubtful: pageOf(doubtfulRows(doubtful, deps.catalogue.registry), pageAsked(request, doubtfulPage), 20),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Matches() {
  const shown = useLoaderData<typeof loader>();
  const { filter, mayWrite, summary, result, doubtful } = shown;
  const { t } = useWords("matching");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <AdviceNav mayWrite={mayWrite} />
      <ResultTiles summary={summary} />
      <VerdictTabs
        current={filter.verdict}
        counts={{ eligible: summary.eligible, unknown: summary.unknown, ineligible: summary.ineligible }}
      />
      <Filters shown={shown} />
      {filter.sort === "near" && <p className="mb-4 text-muted">{t(`near.${filter.verdict}`)}</p>}
      {result.count === 0 ? (
        <EmptyState title={t("none")}>
          <Link to="/firm/profile">{t("noneHint")}</Link>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {result.rows.map((row) => (
            <MatchCard key={row.item.id} row={row} to={`/firm/matches/${row.item.id}`} />
          ))}
        </ul>
      )}
      <Pagination page={result.page} pages={result.pages} />
      <DoubtfulList result={doubtful} to={(id) => `/firm/matches/${id}`} />
    </>
  );
}

function Filters({ shown: { filter, themes, departments } }: { shown: Shown }) {
  const { t } = useWords(["matching", "common"]);
  const language = useLanguage();
  const any = t("all", { ns: "common" });
  const plain = (values: string[]) => values.map((value) => ({ value, label: value }));
  const active = Object.entries(filter).some(
    ([key, value]) => value !== undefined && !["page", "verdict", "sort"].includes(key),
  );
  return (
    <FilterBar active={active}>
      <input type="hidden" name="verdict" value={filter.verdict} />
      <FilterSearch name="q" label={t("filter.q")} value={filter.q} />
      <FilterSelect name="theme" label={t("filter.theme")} value={filter.theme} options={plain(themes)} all={any} />
      <FilterSelect
        name="department"
        label={t("filter.department")}
        value={filter.department}
        options={departments.map((each) => ({ value: each.zh, label: each[language] }))}
        all={any}
      />
      <FilterSelect
        name="level"
        label={t("filter.level")}
        value={filter.level}
        options={levels.map((value) => ({ value, label: t(`level.${value}`, { ns: "common" }) }))}
        all={any}
      />
      <FilterSelect
        name="kind"
        label={t("filter.kind")}
        value={filter.kind}
        options={["cash", "upTo", "nonCash"].map((value) => ({
          value,
          label: t(`nature.${value}`, { ns: "common" }),
        }))}
        all={any}
      />
      <FilterSelect
        name="window"
        label={t("filter.window")}
        value={filter.window}
        options={["open", "always"].map((value) => ({ value, label: t(`filter.${value}`) }))}
        all={any}
      />
      <FilterSelect
        name="sort"
        label={t("sort")}
        value={filter.sort}
        options={[
          { value: "near", label: t("sortNear") },
          { value: "closing", label: t("sortClosing") },
          { value: "level", label: t("sortLevel") },
        ]}
        all={t("sortAmount")}
      />
    </FilterBar>
  );
}

function VerdictTabs({
  current,
  counts,
}: {
  current: string;
  counts: Record<"eligible" | "unknown" | "ineligible", number>;
}) {
  const { t } = useWords("matching");
  const [parameters] = useSearchParams();
  return (
    <nav aria-label={t("verdict")} className="mb-4 flex flex-wrap gap-2">
      {(["eligible", "unknown", "ineligible"] as const).map((verdict) => {
        const next = new URLSearchParams(parameters);
        next.set("verdict", verdict);
        next.delete("page");
        return (
          <Link
            key={verdict}
            to={`?${next}`}
            aria-current={verdict === current ? "page" : undefined}
            className={`button ${verdict === current ? "button-primary" : "button-secondary"}`}
          >
            {t(verdict)} {counts[verdict]}
          </Link>
        );
      })}
    </nav>
  );
}

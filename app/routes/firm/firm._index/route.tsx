import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { listApplications } from "~/features/applications/use-cases/list-applications.server";
import { StateTag } from "~/features/applications/ui/state-tag";
import { progressByGroup } from "~/features/enterprises/domain/profile";
import { nearnessOf } from "~/features/matching/domain/explain/nearness";
import { filterMatches, matchFilterSchema } from "~/features/matching/domain/matches/match-filter";
import { summarise } from "~/features/matching/use-cases/check-visitor.server";
import { matchRow } from "~/features/matching/use-cases/match-row.server";
import { readMatches } from "~/features/matching/use-cases/read-matches.server";
import { MatchCard } from "~/features/matching/ui/match-card";
import { ResultTiles } from "~/features/matching/ui/result-tiles";
import { departmentName } from "~/features/policies/domain/department-name";
import { rowName } from "~/features/policies/domain/item-name";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:match:own", async ({ context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const enterpriseId = ownFirm(actor);
  const [{ profile, matches, received, today }, applications] = await Promise.all([
    readMatches(deps, enterpriseId),
    listApplications(context.prisma, enterpriseId, 1),
  ]);
  const { registry } = context.catalogue;
  const eligible = filterMatches(matches, matchFilterSchema.parse({}), {
    nearness: ({ item }) => nearnessOf(item.conditions, profile.facts, today),
    department: ({ item }) => departmentName(registry, item).zh,
  });
  const known = progressByGroup(context.catalogue.registry.facts, profile.facts);
  return {
    name: profile.enterprise.name,
    summary: summarise(matches, received, today),
    top: eligible.slice(0, 5).map((row) => matchRow(row, context.catalogue.registry)),
    applications: applications.rows.slice(0, 5).map(({ id, state, item }) => ({ id, state, title: rowName(item) })),
    known: known.reduce((sum, group) => sum + group.known, 0),
  };
});

export default function FirmHome() {
  const { name, summary, top, applications, known } = useLoaderData<typeof loader>();
  const { t } = useWords(["enterprises", "common"]);
  const say = useSay();
  return (
    <>
      <PageTitle title={name} lead={t("home.lead")}>
        <Link to="/firm/matches" className="button button-primary">
          {t("home.all")}
        </Link>
      </PageTitle>
      <ResultTiles summary={summary} />
      <section className="mb-8" aria-labelledby="top">
        <h2 id="top" className="mb-3">
          {t("home.top")}
        </h2>
        {top.length === 0 ? (
          <EmptyState title={t("home.none")}>
            <Link to="/firm/profile">{t("home.noneHint")}</Link>
          </EmptyState>
        ) : (
          <ul className="grid gap-4">
            {top.map((row) => (
              <MatchCard key={row.item.id} row={row} to={`/firm/matches/${row.item.id}`} />
            ))}
          </ul>
        )}
      </section>
      <div className="grid gap-4 md:grid-cols-2">
        <section className="card">
          <h2>{t("home.applications")}</h2>
          {applications.length === 0 ? (
            <p className="mt-2 text-muted">{t("home.noApplications")}</p>
          ) : (
            <ul className="mt-2 divide-y divide-line">
              {applications.map((each) => (
                <li key={each.id} className="flex flex-wrap justify-between gap-2 py-2">
                  <Link to={`/firm/applications/${each.id}`}>{say(each.title)}</Link>
                  <StateTag state={each.state} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="card">
          <h2>{t("home.profile")}</h2>
          <p className="my-2">{t("home.known", { count: known })}</p>
          <Link to="/firm/profile" className="button button-secondary">
            {t("home.improve")}
          </Link>
        </section>
      </div>
    </>
  );
}

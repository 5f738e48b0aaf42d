import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { industriesBelow, mostFound } from "~/features/enterprises/domain/industry-cascade";
import { industryPath, searchIndustries } from "~/features/enterprises/domain/industries";
import type { Industry } from "~/features/policies/domain/registries";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "public" } satisfies RouteHandle;

/** The directory of industries for whoever browses without scripts, or wants to look a code up. */
export const loader = guardedLoader("public", async ({ request, context }) => {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q")?.trim().slice(0, 40) ?? "";
  const under = searchParams.get("in")?.slice(0, 5) ?? "";
  const { industries } = context.catalogue.registry;
  const english = (await languageOf(request)) === "en";
  const named = ({ code, name, en }: Industry) => ({ code, name: (english && en) || name });
  const rows = q
    ? searchIndustries(industries, q, mostFound)
    : industriesBelow(industries, industries.has(under) ? under : null);
  return {
    q,
    path: industryPath(industries, under).map(named),
    rows: rows.map((row) => ({
      ...named(row),
      path: q
        ? industryPath(industries, row.parent ?? "")
            .map((each) => named(each).name)
            .join(" › ")
        : "",
    })),
  };
});

export default function Industries() {
  const { q, path, rows } = useLoaderData<typeof loader>();
  const { t } = useWords();
  type Row = (typeof rows)[number];
  const columns = [
    { key: "code", head: t("industry.code"), cell: (row: Row) => <span className="font-mono">{row.code}</span> },
    {
      key: "name",
      head: t("industry.name"),
      cell: (row: Row) => (
        <>
          {row.code.length < 5 ? <Link to={`?in=${row.code}`}>{row.name}</Link> : row.name}
          {row.path && <span className="block text-sm text-muted">{row.path}</span>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={t("industry.title")} lead={t("industry.lead")} />
      <FilterBar active={q !== ""}>
        <FilterSearch name="q" label={t("industry.search")} value={q} />
      </FilterBar>
      {path.length > 0 && (
        <nav aria-label={t("industry.way")} className="mb-3 flex flex-wrap items-center gap-2">
          <Link to="?">{t("industry.sections")}</Link>
          {path.map(({ code, name }, index) => (
            <span key={code}>
              ›{" "}
              {index === path.length - 1 ? (
                <strong>
                  {code} {name}
                </strong>
              ) : (
                <Link to={`?in=${code}`}>
                  {code} {name}
                </Link>
              )}
            </span>
          ))}
        </nav>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("industry.none")} />
      ) : (
        <div className="card">
          <DataTable
            caption={t("industry.title")}
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={(row) => row.code}
          />
        </div>
      )}
    </>
  );
}

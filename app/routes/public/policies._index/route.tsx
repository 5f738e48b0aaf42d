import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { departmentChoices } from "~/features/policies/domain/department-name";
import { itemSummary } from "~/features/policies/domain/item-summary";
import { listItems, readItemFilter } from "~/features/policies/domain/list-items";
import { places } from "~/features/policies/domain/places";
import { levels, modes, supports } from "~/features/policies/domain/policy-item";
import { standings } from "~/features/policies/domain/validity";
import { ItemCard } from "~/features/policies/ui/item-card";
import { placeOptions } from "~/features/policies/ui/place-options";
import { useLanguage } from "~/i18n/use-language";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { pageOf } from "~/ui/paging";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ request, context }) => {
  const filter = readItemFilter(new URL(request.url));
  const { registry } = context.catalogue;
  const found = listItems(context.catalogue, filter, shanghaiDay(context.clock.now()));
  return {
    filter,
    result: pageOf(
      found.map((item) => itemSummary(item, registry)),
      filter.page,
      20,
    ),
    hasDemo: context.catalogue.items.some(({ item }) => item.document.demo),
    places: places(registry),
    themes: registry.themes.map(({ zh, en }) => ({ zh, en })),
    departments: departmentChoices(
      context.catalogue.items.map(({ item }) => item),
      registry,
    ),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Policies() {
  const shown = useLoaderData<typeof loader>();
  const { filter, result } = shown;
  const { t } = useWords("policies");
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")} />
      <Filters shown={shown} />
      {(filter.standing === "doubtful" || filter.standing === "demo") && (
        <Alert tone="warn">{t(`list.${filter.standing}Lead`)}</Alert>
      )}
      <p className="mb-3 font-semibold" role="status">
        {t("list.found", { count: result.count })}
      </p>
      {result.count === 0 ? (
        <EmptyState title={t("list.none")}>{t("list.noneHint")}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {result.rows.map((item) => (
            <ItemCard key={item.id} item={item} to={`/policies/${item.id}`} />
          ))}
        </ul>
      )}
      <Pagination page={result.page} pages={result.pages} />
    </>
  );
}

function Filters({ shown: { filter, hasDemo, places: all, themes, departments } }: { shown: Shown }) {
  const { t } = useWords(["policies", "common"]);
  const language = useLanguage();
  const any = t("all", { ns: "common" });
  const active = Object.entries(filter).some(
    ([key, value]) => value !== undefined && !["page", "standing"].includes(key),
  );
  const named = (keys: readonly string[], prefix: string) =>
    keys.map((value) => ({ value, label: t(`${prefix}.${value}`, { ns: "common" }) }));
  const lists = [...standings.slice(1), ...(hasDemo ? (["demo"] as const) : [])].map((value) => ({
    value,
    label: t(`list.${value}`),
  }));
  return (
    <FilterBar active={active}>
      <FilterSearch name="q" label={t("list.search")} value={filter.q} />
      <FilterSelect
        name="region"
        label={t("list.place")}
        value={filter.region}
        options={placeOptions(all, language)}
        all={any}
      />
      <FilterSelect
        name="theme"
        label={t("list.theme")}
        value={filter.theme}
        options={themes.map((theme) => ({ value: theme.zh, label: theme[language] }))}
        all={any}
      />
      <FilterSelect
        name="department"
        label={t("list.department")}
        value={filter.department}
        options={departments.map((each) => ({ value: each.zh, label: each[language] }))}
        all={any}
      />
      <FilterSelect
        name="level"
        label={t("list.level")}
        value={filter.level}
        options={named(levels, "level")}
        all={any}
      />
      <FilterSelect
        name="support"
        label={t("list.support")}
        value={filter.support}
        options={named(supports, "support")}
        all={any}
      />
      <FilterSelect
        name="mode"
        label={t("list.mode")}
        value={filter.mode}
        options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        all={any}
      />
      <FilterSelect
        name="standing"
        label={t("list.standing")}
        value={filter.standing}
        options={lists}
        all={t("list.inForce")}
      />
    </FilterBar>
  );
}

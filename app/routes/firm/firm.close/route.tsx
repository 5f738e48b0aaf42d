import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { z } from "zod";
import { adviceOrders, orderAdvice } from "~/features/matching/domain/advice/advice";
import { AdviceCard } from "~/features/matching/ui/advice-card";
import { AdviceNav } from "~/features/matching/ui/advice-nav";
import { readAdvice } from "~/features/matching/use-cases/read-advice.server";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { pageOf } from "~/ui/paging";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

const kinds = ["changeable", "time", "answer", "fixed"] as const;
const askedSchema = z.object({
  how: z.enum(kinds).default("changeable").catch("changeable"),
  order: z.enum(adviceOrders).default("yield").catch("yield"),
  page: z.coerce.number().int().min(1).default(1).catch(1),
});

export const loader = guardedLoader("read:match:own", async ({ request, context, actor }) => {
  const asked = askedSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const { rows } = await readAdvice(deps, ownFirm(actor), await languageOf(request));
  return {
    asked,
    mayWrite: actor.permissions.has("write:profile:own"),
    counts: kinds.map((how) => ({ how, count: rows.filter((row) => row.how === how).length })),
    result: pageOf(
      orderAdvice(
        rows.filter((row) => row.how === asked.how),
        asked.order,
      ),
      asked.page,
      20,
    ),
  };
});

export default function Close() {
  const { asked, mayWrite, counts, result } = useLoaderData<typeof loader>();
  const { t } = useWords("advice");
  return (
    <>
      <PageTitle title={t("close.title")} lead={t("close.lead")} />
      <AdviceNav mayWrite={mayWrite} />
      <KindTabs current={asked.how} counts={counts} />
      <p className="mb-4 text-muted">
        {t(`close.about.${asked.how}`)}{" "}
        {asked.how === "answer" && mayWrite && <Link to="/firm/questions">{t("close.ask")}</Link>}
      </p>
      <FilterBar active={asked.order !== "yield"}>
        <input type="hidden" name="how" value={asked.how} />
        <FilterSelect
          name="order"
          label={t("close.order")}
          value={asked.order === "yield" ? "" : asked.order}
          options={[
            { value: "sum", label: t("close.orders.sum") },
            { value: "ease", label: t("close.orders.ease") },
          ]}
          all={t("close.orders.yield")}
        />
      </FilterBar>
      {result.count === 0 ? (
        <EmptyState title={t("close.none")}>{t("close.noneHint")}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {result.rows.map((row) => (
            <AdviceCard key={row.item.id} row={row} />
          ))}
        </ul>
      )}
      <Pagination page={result.page} pages={result.pages} />
    </>
  );
}

function KindTabs({ current, counts }: { current: string; counts: { how: (typeof kinds)[number]; count: number }[] }) {
  const { t } = useWords("advice");
  const [parameters] = useSearchParams();
  return (
    <nav aria-label={t("close.tabs")} className="mb-4 flex flex-wrap gap-2">
      {counts.map(({ how, count }) => {
        const next = new URLSearchParams(parameters);
        next.set("how", how);
        next.delete("page");
        return (
          <Link
            key={how}
            to={`?${next}`}
            aria-current={how === current ? "page" : undefined}
            className={`button ${how === current ? "button-primary" : "button-secondary"}`}
          >
            {t(`close.tab.${how}`)} {count}
          </Link>
        );
      })}
    </nav>
  );
}

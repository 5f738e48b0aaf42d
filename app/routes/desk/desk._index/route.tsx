import { useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote } from "~/features/calendar/ui/term-day";
import { savedFilters } from "~/features/identity/use-cases/saved-filters.server";
import { isPanelist } from "~/features/redemption/domain/desk-scope";
import { deskStages, readQueueFilter } from "~/features/redemption/redemption.schema";
import { QueueTable } from "~/features/redemption/ui/queue-table";
import { readQueue } from "~/features/redemption/use-cases/read-queue.server";
import { TroubleNote } from "~/features/work/ui/trouble-note";
import { openTroubles } from "~/features/work/use-cases/read-troubles.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { SavedFilters } from "~/ui/saved-filters";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:department", async ({ request, context, actor }) => {
  const filter = { ...readQueueFilter(new URL(request.url)), page: pageOf(request) };
  const [queue, troubles, saved] = await Promise.all([
    readQueue({ tx: context.prisma, clock: context.clock, actor }, filter),
    openTroubles({ tx: context.prisma, actor }),
    savedFilters(context.prisma, actor.userId, "/desk"),
  ]);
  return { filter, queue, troubles, saved, mayDecide: !isPanelist(actor) };
});

export default function Desk() {
  const { filter, queue, troubles, saved, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "applications", "common"]);
  const { search } = useLocation();
  const active = Boolean(filter.stage ?? filter.q ?? (filter.overdue || undefined));
  const all = t("all", { ns: "common" });
  return (
    <>
      <PageTitle title={t("desk.title")} lead={t(mayDecide ? "desk.lead" : "desk.leadPanel")}>
        {queue.count > 0 && (
          <a href={`/desk/export${search}`} download className="button button-secondary">
            {t("desk.export")}
          </a>
        )}
      </PageTitle>
      <TroubleNote count={troubles} />
      <SavedFilters page="/desk" saved={saved} active={active} />
      <FilterBar active={active}>
        <FilterSearch name="q" label={t("desk.q")} value={filter.q} />
        <FilterSelect
          name="stage"
          label={t("desk.stage")}
          value={filter.stage}
          options={deskStages.map((value) => ({ value, label: t(`stage.${value}`, { ns: "applications" }) }))}
          all={all}
        />
        <FilterSelect
          name="overdue"
          label={t("desk.due")}
          value={filter.overdue ? "1" : undefined}
          options={[{ value: "1", label: t("desk.onlyOverdue") }]}
          all={all}
        />
      </FilterBar>
      {queue.count === 0 ? (
        <EmptyState title={t("desk.none")}>{t("desk.noneHint")}</EmptyState>
      ) : (
        <QueueTable rows={queue.rows} mayDecide={mayDecide} />
      )}
      <ProvisionalNote days={queue.rows.map(({ dueOn }) => dueOn)} />
      <Pagination page={queue.page} pages={queue.pages} />
    </>
  );
}

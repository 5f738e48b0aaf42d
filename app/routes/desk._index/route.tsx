import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readQueue } from "~/features/redemption/use-cases/read-queue.server";
import { guardedLoader } from "~/platform/guard.server";
import { pageOf } from "~/platform/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { Tag } from "~/ui/tag";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

const stages = ["countyReview", "leadReview", "leadApproval", "coReview"];

export const loader = guardedLoader("read:application:department", async ({ request, context, actor }) => {
  const { searchParams } = new URL(request.url);
  const stage = searchParams.get("stage") ?? "";
  const filter = { stage: stages.includes(stage) ? stage : undefined, overdue: searchParams.get("overdue") === "1", q: searchParams.get("q")?.trim().slice(0, 60) || undefined, page: pageOf(request) };
  return { filter, queue: await readQueue({ tx: context.prisma, clock: context.clock, actor }, filter) };
});

export default function Desk() {
  const { filter, queue } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["redemption", "applications", "common"]);
  type Row = (typeof queue.rows)[number];
  const columns = [
    { key: "item", head: t("desk.item"), cell: (row: Row) => <Link to={`/desk/cases/${row.application.id}`}>{row.application.item.title}</Link> },
    { key: "firm", head: t("desk.firm"), cell: (row: Row) => row.application.enterprise.name },
    { key: "number", head: t("desk.number"), cell: (row: Row) => row.application.number },
    { key: "stage", head: t("desk.stage"), cell: (row: Row) => t(`stage.${row.stage}`, { ns: "applications" }) },
    { key: "sum", head: t("desk.sum"), figure: true, cell: (row: Row) => (row.application.claimedFen === null ? "—" : <Money fen={row.application.claimedFen} />) },
    { key: "due", head: t("desk.due"), cell: (row: Row) => <DateText day={row.dueOn} /> },
    { key: "left", head: t("desk.left"), cell: (row: Row) => <Tag tone={row.daysLeft < 0 ? "bad" : row.daysLeft <= 2 ? "warn" : "plain"}>{row.daysLeft < 0 ? t("desk.overdue", { count: -row.daysLeft }) : t("desk.days", { count: row.daysLeft })}</Tag> },
  ];
  return (
    <>
      <PageTitle title={t("desk.title")} lead={t("desk.lead")} />
      <FilterBar active={Boolean(filter.stage ?? filter.q ?? (filter.overdue || undefined))}>
        <FilterSearch name="q" label={t("desk.q")} value={filter.q} />
        <FilterSelect name="stage" label={t("desk.stage")} value={filter.stage} options={stages.map((value) => ({ value, label: t(`stage.${value}`, { ns: "applications" }) }))} all={t("all", { ns: "common" })} />
        <FilterSelect name="overdue" label={t("desk.due")} value={filter.overdue ? "1" : undefined} options={[{ value: "1", label: t("desk.onlyOverdue") }]} all={t("all", { ns: "common" })} />
      </FilterBar>
      {queue.count === 0 ? <EmptyState title={t("desk.none")}>{t("desk.noneHint")}</EmptyState> : <div className="card"><DataTable caption={t("desk.title")} hideCaption columns={columns} rows={queue.rows} rowKey={(row) => row.id} /></div>}
      <Pagination page={queue.page} pages={queue.pages} />
    </>
  );
}

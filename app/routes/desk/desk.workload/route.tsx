import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { readWorkload } from "~/features/redemption/use-cases/read-department.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", ({ context, actor }) =>
  readWorkload({ tx: context.prisma, clock: context.clock, catalogue: context.catalogue, actor }),
);

export default function Workload() {
  const { mine, unassigned, people } = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "applications"]);
  type Task = (typeof mine)[number];
  type Person = (typeof people)[number];
  const taskColumns = [
    {
      key: "number",
      head: t("desk.number"),
      cell: (row: Task) => <Link to={`/desk/cases/${row.application.id}`}>{row.application.number}</Link>,
    },
    { key: "firm", head: t("desk.firm"), cell: (row: Task) => row.application.enterprise.name },
    { key: "stage", head: t("desk.stage"), cell: (row: Task) => t(`stage.${row.stage}`, { ns: "applications" }) },
    {
      key: "due",
      head: t("desk.due"),
      cell: (row: Task) => (
        <>
          <TermDay day={row.dueOn} /> <LatenessTag lateness={row.lateness} />
        </>
      ),
    },
  ];
  const peopleColumns = [
    { key: "name", head: t("department.colleague"), cell: (row: Person) => row.name },
    { key: "open", head: t("department.open"), figure: true, cell: (row: Person) => row.open },
    { key: "done", head: t("department.done"), figure: true, cell: (row: Person) => row.done },
    { key: "late", head: t("department.doneLate"), figure: true, cell: (row: Person) => row.late },
    { key: "average", head: t("department.average"), figure: true, cell: (row: Person) => row.averageDays ?? "—" },
  ];
  return (
    <>
      <PageTitle title={t("department.workloadTitle")} lead={t("department.workloadLead")} />
      <StatTiles>
        <StatTile label={t("department.mine")} value={mine.length} />
        <StatTile label={t("department.unassigned")} value={unassigned} to="/desk" />
      </StatTiles>
      <ProvisionalNote days={mine.map(({ dueOn }) => dueOn)} />
      <div className="space-y-6">
        {mine.length === 0 ? (
          <EmptyState title={t("department.none")} />
        ) : (
          <section className="card">
            <DataTable caption={t("department.mine")} columns={taskColumns} rows={mine} rowKey={(row) => row.id} />
          </section>
        )}
        <section className="card">
          <DataTable
            caption={t("department.colleague")}
            columns={peopleColumns}
            rows={people}
            rowKey={(row) => row.id}
          />
        </section>
      </div>
    </>
  );
}

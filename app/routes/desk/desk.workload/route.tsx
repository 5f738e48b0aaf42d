import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { SubjectLink, SubjectName } from "~/features/work/ui/subject-cells";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { readWorkload } from "~/features/work/use-cases/read-office-work.server";
import { subjects } from "~/contexts.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:task:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:task:department", async ({ context, actor }) => ({
  ...(await readWorkload({ tx: context.prisma, clock: context.clock, subjects, actor })),
  onDesk: actor.permissions.has("read:application:department"),
}));

export default function Workload() {
  const { mine, unassigned, people, onDesk } = useLoaderData<typeof loader>();
  const { t } = useWords(["work", "applications"]);
  type Task = (typeof mine)[number];
  type Person = (typeof people)[number];
  const taskColumns = [
    {
      key: "number",
      head: t("number"),
      cell: (row: Task) => <SubjectLink row={row} />,
    },
    { key: "firm", head: t("firm"), cell: (row: Task) => <SubjectName row={row} /> },
    { key: "stage", head: t("stage"), cell: (row: Task) => t(row.work) },
    {
      key: "due",
      head: t("due"),
      cell: (row: Task) => (
        <>
          <TermDay day={row.dueOn} /> <LatenessTag lateness={row.lateness} />
        </>
      ),
    },
  ];
  const peopleColumns = [
    { key: "name", head: t("colleague"), cell: (row: Person) => row.name },
    { key: "open", head: t("open"), figure: true, cell: (row: Person) => row.open },
    { key: "done", head: t("done"), figure: true, cell: (row: Person) => row.done },
    { key: "late", head: t("doneLate"), figure: true, cell: (row: Person) => row.late },
    { key: "average", head: t("average"), figure: true, cell: (row: Person) => row.averageDays ?? "—" },
  ];
  return (
    <>
      <PageTitle title={t("workloadTitle")} lead={t("workloadLead")} />
      <StatTiles>
        <StatTile label={t("mine")} value={mine.length} />
        <StatTile label={t("unassigned")} value={unassigned} {...(onDesk ? { to: "/desk" } : {})} />
      </StatTiles>
      <ProvisionalNote days={mine.map(({ dueOn }) => dueOn)} />
      <div className="space-y-6">
        {mine.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <section className="card">
            <DataTable caption={t("mine")} columns={taskColumns} rows={mine} rowKey={(row) => row.id} />
          </section>
        )}
        <section className="card">
          <DataTable caption={t("colleague")} columns={peopleColumns} rows={people} rowKey={(row) => row.id} />
        </section>
      </div>
    </>
  );
}

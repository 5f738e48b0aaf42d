import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { AssignForm } from "~/features/work/ui/assign-form";
import { SubjectLink, SubjectName } from "~/features/work/ui/subject-cells";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { readOfficeExclusions } from "~/features/redemption/use-cases/repair-credit.server";
import { readDepartment } from "~/features/work/use-cases/read-office-work.server";
import { subjects } from "~/contexts.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { handleDepartmentForm } from "./department-form.server";
import { Absences, Exclusions } from "./absences";

export const handle = { access: "manage:task:department" } satisfies RouteHandle;

export const loader = guardedLoader("manage:task:department", async ({ context, actor }) => {
  const { prisma: tx, clock } = context;
  return {
    ...(await readDepartment({ tx, clock, subjects, actor })),
    exclusions: await readOfficeExclusions({ tx, actor }),
  };
});

export const action = guardedAction("manage:task:department", async ({ request, context, actor }) => {
  const values = await formValues(request);
  const answer = await perform(context, actor, (deps) => handleDepartmentForm({ ...deps, actor }, values));
  return answer ?? redirect("/desk/department");
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Department() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useWords("work");
  const answer = useActionData<FormAnswer>();
  const count = (warning: string) => shown.tasks.filter((task) => task.lateness.warning === warning).length;
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={{ fromDay: t("from"), toDay: t("to") }} />
      <StatTiles>
        <StatTile label={t("open")} value={shown.tasks.length} />
        <StatTile label={t("overdue")} value={count("red")} />
        <StatTile label={t("near")} value={count("yellow")} />
        <StatTile label={t("unassigned")} value={shown.tasks.filter(({ assigneeId }) => !assigneeId).length} />
      </StatTiles>
      <div className="space-y-6">
        {shown.stages.length > 0 && <StageTable stages={shown.stages} />}
        {shown.tasks.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <TaskTable tasks={shown.tasks} people={shown.people} />
        )}
        <Absences shown={shown} answer={answer} />
        <Exclusions rows={shown.exclusions} />
      </div>
    </>
  );
}

function StageTable({ stages }: { stages: Shown["stages"] }) {
  const { t } = useWords(["work", "applications"]);
  type Row = Shown["stages"][number];
  const columns = [
    { key: "stage", head: t("stage"), cell: (row: Row) => t(row.work) },
    {
      key: "promised",
      head: t("promised"),
      figure: true,
      cell: ({ promised }: Row) => (promised ? rangeOf(promised) : "—"),
    },
    { key: "average", head: t("average"), figure: true, cell: (row: Row) => row.averageDays ?? "—" },
    { key: "done", head: t("done"), figure: true, cell: (row: Row) => row.done },
    { key: "late", head: t("doneLate"), figure: true, cell: (row: Row) => row.late },
    { key: "open", head: t("open"), figure: true, cell: (row: Row) => row.open },
    { key: "red", head: t("overdue"), figure: true, cell: (row: Row) => row.red },
    { key: "yellow", head: t("near"), figure: true, cell: (row: Row) => row.yellow },
    { key: "unassigned", head: t("unassigned"), figure: true, cell: (row: Row) => row.unassigned },
  ];
  return (
    <section className="card">
      <DataTable caption={t("stageTable")} columns={columns} rows={stages} rowKey={(row) => row.work} />
    </section>
  );
}

function rangeOf({ least, most }: { least: number; most: number }): string {
  return least === most ? `${most}` : `${least} – ${most}`;
}

function TaskTable({ tasks, people }: { tasks: Shown["tasks"]; people: Shown["people"] }) {
  const { t } = useWords(["work", "applications"]);
  type Row = Shown["tasks"][number];
  const columns = [
    {
      key: "number",
      head: t("number"),
      cell: (row: Row) => <SubjectLink row={row} />,
    },
    { key: "firm", head: t("firm"), cell: (row: Row) => <SubjectName row={row} /> },
    { key: "stage", head: t("stage"), cell: (row: Row) => t(row.work) },
    {
      key: "due",
      head: t("due"),
      cell: (row: Row) => (
        <>
          <TermDay day={row.dueOn} /> <LatenessTag lateness={row.lateness} />
        </>
      ),
    },
    {
      key: "assign",
      head: t("person"),
      cell: (row: Row) => (
        <AssignForm
          taskId={row.id}
          assigneeId={row.assigneeId}
          people={people.filter(({ id }) => row.mayHave.includes(id))}
          label={t("reassign", { number: row.subject.number, stage: t(row.work) })}
        />
      ),
    },
  ];
  return (
    <section className="card">
      <ProvisionalNote days={tasks.map(({ dueOn }) => dueOn)} />
      <DataTable caption={t("tasks")} columns={columns} rows={tasks.slice(0, 100)} rowKey={(row) => row.id} />
    </section>
  );
}

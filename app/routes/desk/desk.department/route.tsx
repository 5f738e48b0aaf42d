import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { mayBeGiven } from "~/features/redemption/domain/desk-scope";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { readDepartment } from "~/features/redemption/use-cases/read-department.server";
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

export const loader = guardedLoader("manage:task:department", ({ context, actor }) =>
  readDepartment({ tx: context.prisma, clock: context.clock, catalogue: context.catalogue, actor }),
);

export const action = guardedAction("manage:task:department", async ({ request, context, actor }) => {
  const values = await formValues(request);
  const answer = await perform(context, actor, (deps) => handleDepartmentForm({ ...deps, actor }, values));
  return answer ?? redirect("/desk/department");
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Department() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "common"]);
  const answer = useActionData<FormAnswer>();
  const count = (warning: string) => shown.tasks.filter((task) => task.lateness.warning === warning).length;
  return (
    <>
      <PageTitle title={t("department.title")} lead={t("department.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary
        errors={answer?.errors ?? {}}
        labels={{ fromDay: t("department.from"), toDay: t("department.to") }}
      />
      <StatTiles>
        <StatTile label={t("department.open")} value={shown.tasks.length} />
        <StatTile label={t("department.overdue")} value={count("red")} />
        <StatTile label={t("department.near")} value={count("yellow")} />
        <StatTile
          label={t("department.unassigned")}
          value={shown.tasks.filter(({ assigneeId }) => !assigneeId).length}
        />
      </StatTiles>
      <div className="space-y-6">
        {shown.stages.length > 0 && <StageTable stages={shown.stages} />}
        {shown.tasks.length === 0 ? (
          <EmptyState title={t("department.none")} />
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
  const { t } = useWords(["redemption", "applications"]);
  type Row = Shown["stages"][number];
  const columns = [
    { key: "stage", head: t("desk.stage"), cell: (row: Row) => t(`stage.${row.stage}`, { ns: "applications" }) },
    {
      key: "promised",
      head: t("department.promised"),
      figure: true,
      cell: (row: Row) =>
        row.promisedLeast === row.promisedMost ? row.promisedMost : `${row.promisedLeast} – ${row.promisedMost}`,
    },
    { key: "average", head: t("department.average"), figure: true, cell: (row: Row) => row.averageDays ?? "—" },
    { key: "done", head: t("department.done"), figure: true, cell: (row: Row) => row.done },
    { key: "late", head: t("department.doneLate"), figure: true, cell: (row: Row) => row.late },
    { key: "open", head: t("department.open"), figure: true, cell: (row: Row) => row.open },
    { key: "red", head: t("department.overdue"), figure: true, cell: (row: Row) => row.red },
    { key: "yellow", head: t("department.near"), figure: true, cell: (row: Row) => row.yellow },
    { key: "unassigned", head: t("department.unassigned"), figure: true, cell: (row: Row) => row.unassigned },
  ];
  return (
    <section className="card">
      <DataTable caption={t("department.stageTable")} columns={columns} rows={stages} rowKey={(row) => row.stage} />
    </section>
  );
}

function TaskTable({ tasks, people }: { tasks: Shown["tasks"]; people: Shown["people"] }) {
  const { t } = useWords(["redemption", "applications"]);
  type Row = Shown["tasks"][number];
  const columns = [
    {
      key: "number",
      head: t("desk.number"),
      cell: (row: Row) => <Link to={`/desk/cases/${row.application.id}`}>{row.application.number}</Link>,
    },
    { key: "firm", head: t("desk.firm"), cell: (row: Row) => row.application.enterprise.name },
    { key: "stage", head: t("desk.stage"), cell: (row: Row) => t(`stage.${row.stage}`, { ns: "applications" }) },
    {
      key: "due",
      head: t("desk.due"),
      cell: (row: Row) => (
        <>
          <TermDay day={row.dueOn} /> <LatenessTag lateness={row.lateness} />
        </>
      ),
    },
    { key: "assign", head: t("department.person"), cell: (row: Row) => <AssignForm row={row} people={people} /> },
  ];
  return (
    <section className="card">
      <ProvisionalNote days={tasks.map(({ dueOn }) => dueOn)} />
      <DataTable
        caption={t("department.tasks")}
        columns={columns}
        rows={tasks.slice(0, 100)}
        rowKey={(row) => row.id}
      />
    </section>
  );
}

function AssignForm({ row, people }: { row: Shown["tasks"][number]; people: Shown["people"] }) {
  const { t } = useWords(["redemption", "applications"]);
  const label = t("department.reassign", {
    number: row.application.number,
    stage: t(`stage.${row.stage}`, { ns: "applications" }),
  });
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="id" value={row.id} />
      <select
        name="assigneeId"
        aria-label={label}
        defaultValue={row.assigneeId ?? ""}
        key={row.assigneeId ?? ""}
        className="field w-auto"
      >
        <option value="">{t("department.everyone")}</option>
        {people
          .filter(({ roles }) => mayBeGiven(row.stage, roles))
          .map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
      </select>
      <button className="button button-secondary">{t("department.assign")}</button>
    </Form>
  );
}

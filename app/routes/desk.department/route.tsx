import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { mayBeGiven } from "~/features/redemption/domain/desk-scope";
import { LatenessTag } from "~/features/redemption/ui/lateness-tag";
import { readDepartment } from "~/features/redemption/use-cases/read-department.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { DateField, ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { KeptForm, type Kept } from "~/ui/kept-form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { handleDepartmentForm } from "./department-form.server";

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
  const { t } = useTranslation(["redemption", "common"]);
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
  const { t } = useTranslation(["redemption", "applications"]);
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
  const { t } = useTranslation(["redemption", "applications"]);
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
  const { t } = useTranslation(["redemption", "applications"]);
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

function Absences({ shown, answer }: { shown: Shown; answer: FormAnswer | undefined }) {
  const { t } = useTranslation(["redemption", "common"]);
  const name = (id: string) => shown.people.find((person) => person.id === id)?.displayName ?? "";
  const day = (field: "fromDay" | "toDay", kept: Kept) => ({
    name: field,
    value: answer?.values?.[field] ?? kept[field] ?? shown.today,
    error: answer?.errors?.[field],
  });
  const options = shown.people.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <section className="card">
      <h2 className="mb-3">{t("department.absences")}</h2>
      {shown.absences.length === 0 ? (
        <p className="mb-3 text-muted">{t("department.noAbsences")}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line">
          {shown.absences.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                {name(each.userId)} → {name(each.deputyId)}
                {t("inBrackets", { ns: "common", text: `${each.fromDay} – ${each.toDay}` })}
              </span>
              <Form method="post">
                <input type="hidden" name="intent" value="endAbsence" />
                <input type="hidden" name="id" value={each.id} />
                <SubmitButton look="quiet">{t("department.end")}</SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <KeptForm keep={`absence:${shown.today}:${shown.absences.map(({ id }) => id.slice(-4)).join("")}`}>
        {(kept) => (
          <>
            <input type="hidden" name="intent" value="absence" />
            <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
              <SelectField name="userId" label={t("department.absent")} options={options} value={kept["userId"]} />
              <SelectField name="deputyId" label={t("department.deputy")} options={options} value={kept["deputyId"]} />
              <DateField {...day("fromDay", kept)} label={t("department.from")} />
              <DateField {...day("toDay", kept)} label={t("department.to")} />
            </div>
            <SubmitButton look="secondary">{t("department.note")}</SubmitButton>
          </>
        )}
      </KeptForm>
    </section>
  );
}

function Exclusions({ rows }: { rows: Shown["exclusions"] }) {
  const { t } = useTranslation(["redemption", "common"]);
  return (
    <section className="card">
      <h2 className="mb-3">{t("department.exclusions")}</h2>
      {rows.length === 0 && <p className="text-muted">{t("department.noExclusions")}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="py-3">
            <p>
              <strong>{row.enterprise.name}</strong> ·{" "}
              {row.repairedAt ? t("department.repaired") : t("department.until", { day: row.toDay })}
            </p>
            <p className="text-sm text-muted">{row.reason}</p>
            {row.repairGrounds && (
              <p className="text-sm">
                {t("department.grounds")}
                {t("colon", { ns: "common" })}
                {row.repairGrounds}
              </p>
            )}
            {row.repairAskedAt && !row.repairedAt && (
              <div className="mt-2">
                <KeptForm keep={`repair:${row.id}:${row.repairAskedAt.getTime()}`}>
                  {(kept) => (
                    <>
                      <input type="hidden" name="id" value={row.id} />
                      <label className="mb-1 block font-semibold" htmlFor={`answer-${row.id}`}>
                        {t("department.answer")}
                      </label>
                      <textarea
                        id={`answer-${row.id}`}
                        name="answer"
                        rows={2}
                        className="field mb-2 max-w-xl"
                        defaultValue={kept["answer"]}
                      />
                      <div className="flex gap-2">
                        <SubmitButton name="intent" value="grant">
                          {t("department.grant")}
                        </SubmitButton>
                        <SubmitButton name="intent" value="refuse" look="secondary">
                          {t("department.refuse")}
                        </SubmitButton>
                      </div>
                    </>
                  )}
                </KeptForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { daySchema } from "~/features/calendar/calendar.schema";
import { isProvisional } from "~/features/calendar/domain/provisional";
import { CalendarYear } from "~/features/calendar/ui/calendar-year";
import { ChangeList } from "~/features/calendar/ui/change-list";
import { calendarYears, openCalendarYear, readCalendarYear } from "~/features/calendar/use-cases/calendar-years.server";
import { readAnnounced } from "~/features/calendar/use-cases/read-calendar.server";
import { proposeDay } from "~/features/calendar/use-cases/propose-change.server";
import { readChanges } from "~/features/calendar/use-cases/read-change.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues, readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, SubmitButton, TextField } from "~/ui/form";
import { RadioField } from "~/ui/choice-fields";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";
import type { FormAnswer } from "~/ui/form";
import type { AppContext } from "~/platform/context.server";
import type { UserActor } from "~/access/actor";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:calendar:all", async ({ request, context }) => {
  const parameters = new URL(request.url).searchParams;
  const deps = { tx: context.prisma };
  const [years, announced] = [await calendarYears(deps), await readAnnounced(deps)];
  const asked = Number(parameters.get("year") ?? shanghaiDay(context.clock.now()).slice(0, 4));
  const year = years.includes(asked) ? asked : (years.at(-1) ?? null);
  const days = year === null ? [] : await readCalendarYear(deps, year);
  const known = announced.map((each) => each.year);
  return {
    years,
    year,
    days,
    next: years.length > 0 ? (years.at(-1) ?? 0) + 1 : null,
    chosen: days.find(({ date }) => date === parameters.get("day")) ?? null,
    saved: parameters.get("saved"),
    notice: announced.find((each) => each.year === year) ?? null,
    provisional: year !== null && isProvisional(year, known),
    changes: await readChanges(deps),
  };
});

export const action = guardedAction("manage:calendar:all", async ({ request, context, actor }) => {
  const { intent, year = "" } = await formValues(request.clone());
  const steps = {
    open: async () => {
      await perform(context, actor, (deps) => openCalendarYear(deps, Number(year)));
      return redirect(`/admin/calendar?year=${encodeURIComponent(year)}`);
    },
    day: () => proposeDayForm({ request, context, actor }),
  };
  return stepOf(steps, intent)();
});

type Asked = { request: Request; context: AppContext; actor: UserActor };

async function proposeDayForm({ request, context, actor }: Asked): Promise<FormAnswer | Response> {
  const form = await readForm(request, daySchema);
  if (!form.ok) return form.answer;
  const { date, status, note } = form.data;
  const proposed = await perform(context, actor, (deps) =>
    proposeDay({ ...deps, actor }, { date, isWorkday: status === "works", note }),
  );
  if (!proposed.ok) return { errors: { note: proposed.problem }, values: form.values };
  const { id } = proposed;
  return redirect(id ? `/admin/calendar/${id}` : `/admin/calendar?year=${date.slice(0, 4)}&saved=${date}`);
}

export default function WorkingCalendar() {
  const { years, year, days, next, chosen, saved, provisional, notice, changes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("calendar");
  if (year === null) return <EmptyState title={t("empty")} />;
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        <Link to="/admin/calendar/notice" className="button button-primary">
          {t("enter")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary
        errors={answer && "errors" in answer ? answer.errors : {}}
        labels={{ status: t("status"), note: t("reason") }}
      />
      {saved && <Alert tone="good">{t("saved", { day: saved })}</Alert>}
      <nav aria-label={t("years")} className="mb-4 flex flex-wrap gap-2">
        {years.map((each) => (
          <Link
            key={each}
            to={`?year=${each}`}
            aria-current={each === year ? "page" : undefined}
            className={`button ${each === year ? "button-primary" : "button-secondary"}`}
          >
            {each}
          </Link>
        ))}
      </nav>
      {provisional && <Alert tone="warn">{t("provisional", { year })}</Alert>}
      {notice && <Alert tone="info">{t("announced", { year, number: notice.number, day: notice.issuedOn })}</Alert>}
      <ChosenDay day={chosen} answer={answer && "errors" in answer ? answer : undefined} />
      <CalendarYear year={year} days={days} chosen={chosen?.date ?? null} />
      {next !== null && (
        <Form method="post" className="mt-6">
          <input type="hidden" name="year" value={next} />
          <p className="mb-2 text-muted">{t("openHint")}</p>
          <SubmitButton name="intent" value="open" look="secondary">
            {t("open", { year: next })}
          </SubmitButton>
        </Form>
      )}
      <ChangeList changes={changes} />
    </>
  );
}

type Day = { date: string; isWorkday: boolean; note: string | null };
type Answer = { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> };

function ChosenDay({ day, answer }: { day: Day | null; answer: Answer | undefined }) {
  const { t } = useWords("calendar");
  return day ? <DayForm day={day} answer={answer} /> : <p className="mb-4 text-muted">{t("chooseHint")}</p>;
}

function DayForm({ day, answer }: { day: Day; answer: Answer | undefined }) {
  const { t } = useWords("calendar");
  const options = (["works", "off"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Form key={day.date} id="day" method="post" className="card mb-6" noValidate>
      <h2 className="mb-4">{t("chosen", { day: day.date })}</h2>
      <input type="hidden" name="date" value={day.date} />
      <RadioField
        name="status"
        label={t("status")}
        value={answer?.values["status"] ?? (day.isWorkday ? "works" : "off")}
        options={options}
        error={answer?.errors["status"]}
      />
      <TextField
        name="note"
        label={t("reason")}
        hint={t("reasonHint")}
        value={answer?.values["note"] ?? day.note ?? ""}
        error={answer?.errors["note"]}
      />
      <SubmitButton name="intent" value="day">
        {t("save")}
      </SubmitButton>
    </Form>
  );
}

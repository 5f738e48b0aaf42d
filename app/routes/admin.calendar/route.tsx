import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { CalendarYear } from "~/features/identity/ui/calendar-year";
import {
  calendarYears,
  openCalendarYear,
  readCalendarYear,
  setCalendarDay,
} from "~/features/identity/use-cases/set-calendar-day.server";
import { isProvisional } from "~/kernel/official-holidays";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { formValues, readForm } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { RadioField, SubmitButton, TextField } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:calendar:all", async ({ request, context }) => {
  const parameters = new URL(request.url).searchParams;
  const years = await calendarYears(context.prisma);
  const asked = Number(parameters.get("year") ?? shanghaiDay(context.clock.now()).slice(0, 4));
  const year = years.includes(asked) ? asked : (years.at(-1) ?? null);
  const days = year === null ? [] : await readCalendarYear(context.prisma, year);
  const next = years.length > 0 ? (years.at(-1) ?? 0) + 1 : null;
  return {
    years,
    year,
    days,
    next,
    chosen: days.find(({ date }) => date === parameters.get("day")) ?? null,
    saved: parameters.get("saved"),
    provisional: year !== null && isProvisional(year),
  };
});

const daySchema = z.object({
  date: z.string().refine(isPlainDate, "problem.date"),
  status: z.enum(["works", "off"], "problem.choose"),
  note: z
    .string()
    .trim()
    .max(60, "problem.tooLong")
    .transform((text) => text || null),
});

export const action = guardedAction("manage:calendar:all", async ({ request, context, actor }) => {
  const { intent, year = "" } = await formValues(request.clone());
  if (intent === "open") {
    await perform(context, actor, (deps) => openCalendarYear(deps, Number(year)));
    return redirect(`/admin/calendar?year=${encodeURIComponent(year)}`);
  }
  const form = await readForm(request, daySchema);
  if (!form.ok) return form.answer;
  const { date, status, note } = form.data;
  await perform(context, actor, (deps) => setCalendarDay(deps, { date, isWorkday: status === "works", note }));
  return redirect(`/admin/calendar?year=${date.slice(0, 4)}&saved=${date}`);
});

export default function WorkingCalendar() {
  const { years, year, days, next, chosen, saved, provisional } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  if (year === null) return <EmptyState title={t("calendar.empty")} />;
  return (
    <>
      <PageTitle title={t("calendar.title")} lead={t("calendar.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {saved && <Alert tone="good">{t("calendar.saved", { day: saved })}</Alert>}
      <nav aria-label={t("calendar.years")} className="mb-4 flex flex-wrap gap-2">
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
      {provisional && <Alert tone="warn">{t("calendar.provisional", { year })}</Alert>}
      {chosen ? (
        <DayForm day={chosen} errors={answer && "errors" in answer ? answer.errors : {}} />
      ) : (
        <p className="mb-4 text-muted">{t("calendar.chooseHint")}</p>
      )}
      <CalendarYear year={year} days={days} chosen={chosen?.date ?? null} />
      {next !== null && (
        <Form method="post" className="mt-6">
          <input type="hidden" name="year" value={next} />
          <p className="mb-2 text-muted">{t("calendar.openHint")}</p>
          <SubmitButton name="intent" value="open" look="secondary">
            {t("calendar.open", { year: next })}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

function DayForm({
  day,
  errors,
}: {
  day: { date: string; isWorkday: boolean; note: string | null };
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation("identity");
  const options = (["works", "off"] as const).map((value) => ({ value, label: t(`calendar.${value}`) }));
  return (
    <Form key={day.date} id="day" method="post" className="card mb-6" noValidate>
      <h2 className="mb-4">{t("calendar.chosen", { day: day.date })}</h2>
      <input type="hidden" name="date" value={day.date} />
      <RadioField
        name="status"
        label={t("calendar.status")}
        value={day.isWorkday ? "works" : "off"}
        options={options}
        error={errors["status"]}
      />
      <TextField name="note" label={t("calendar.note")} value={day.note ?? ""} error={errors["note"]} optional />
      <SubmitButton name="intent" value="day">
        {t("calendar.save")}
      </SubmitButton>
    </Form>
  );
}

import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { byMonth, weekdayOf } from "../domain/calendar-months";

type Day = { date: string; isWorkday: boolean; note: string | null };

/** Twelve months; each day opens its form. Off days and days that differ from their weekday are marked in sign and words. */
export function CalendarYear({ year, days, chosen }: { year: number; days: readonly Day[]; chosen: string | null }) {
  const { t } = useWords("calendar");
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {byMonth(days).map(({ month, days: inMonth }) => (
        <section key={month} className="card" aria-label={t("month", { month })}>
          <h2 className="text-base">
            {t("month", { month })}{" "}
            <span className="text-sm font-normal text-muted">
              {t("workdays", { count: inMonth.filter((day) => day.isWorkday).length })}
            </span>
          </h2>
          <div aria-hidden className="mt-2 grid grid-cols-7 text-center text-xs text-muted">
            {t("weekdays")
              .split(" ")
              .map((name) => (
                <span key={name}>{name}</span>
              ))}
          </div>
          <ul className="grid grid-cols-7">
            {inMonth.map((day, index) => (
              <DayCell
                key={day.date}
                year={year}
                day={day}
                chosen={chosen === day.date}
                column={index === 0 ? weekdayOf(day.date) + 1 : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function DayCell({
  year,
  day,
  chosen,
  column,
}: {
  year: number;
  day: Day;
  chosen: boolean;
  column: number | undefined;
}) {
  const { t } = useWords("calendar");
  const unusual = day.isWorkday !== weekdayOf(day.date) < 5;
  const look = day.isWorkday ? "text-ink" : "bg-warn-soft text-warn";
  return (
    <li style={{ gridColumnStart: column }}>
      <Link
        to={`?year=${year}&day=${day.date}#day`}
        aria-current={chosen ? "date" : undefined}
        title={day.note ?? undefined}
        className={`m-px flex min-h-10 items-center justify-center rounded no-underline ${look} ${unusual ? "border-2 border-current font-bold" : ""} ${chosen ? "ring-2 ring-brand-600" : ""}`}
      >
        {Number(day.date.slice(8))}
        <span className="sr-only">
          {t(day.isWorkday ? "works" : "off")}
          {unusual ? ` ${t("adjusted")}` : ""}
        </span>
      </Link>
    </li>
  );
}

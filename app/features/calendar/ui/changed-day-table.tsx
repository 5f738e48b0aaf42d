import { useWords } from "~/i18n/use-words";
import { weekdayOf } from "../domain/calendar-months";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";

type Day = { date: string; isWorkday: boolean; was: boolean; note: string | null };

/** The days that a change of the calendar makes work otherwise. */
export function ChangedDayTable({ days }: { days: readonly Day[] }) {
  const { t } = useWords("calendar");
  const says = (isWorkday: boolean) => t(isWorkday ? "works" : "off");
  const weekdays = t("weekdays").split(" ");
  const columns = [
    {
      key: "date",
      head: t("change.date"),
      cell: ({ date }: Day) => (
        <>
          <DateText day={date} /> {weekdays[weekdayOf(date)]}
        </>
      ),
    },
    { key: "was", head: t("change.was"), cell: ({ was }: Day) => says(was) },
    { key: "becomes", head: t("change.becomes"), cell: ({ isWorkday }: Day) => <strong>{says(isWorkday)}</strong> },
    { key: "name", head: t("change.name"), cell: ({ note }: Day) => note ?? "—" },
  ];
  if (days.length === 0) return <p>{t("change.noDays")}</p>;
  return <DataTable caption={t("change.days")} hideCaption columns={columns} rows={days} rowKey={({ date }) => date} />;
}

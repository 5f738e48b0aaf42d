import { useWords } from "~/i18n/use-words";

type Named = {
  kind: string;
  year: number;
  number: string | null;
  reason: string | null;
  days: readonly { date: string; isWorkday: boolean }[];
};

/** A change of the calendar in one line. */
export function useChangeTitle(): (change: Named) => string {
  const { t } = useWords("calendar");
  return ({ kind, year, number, reason, days: [day] }) =>
    kind === "notice"
      ? t("noticeOf", { year, number })
      : t("dayOf", { day: day?.date, to: t(day?.isWorkday ? "works" : "off"), reason });
}

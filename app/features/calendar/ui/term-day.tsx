import { useRouteLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { yearOf } from "~/kernel/plain-date";
import { DateText } from "~/ui/date-text";
import { isProvisionalDay } from "../domain/provisional";

/** The last day of a term, marked where the holidays of its year are not announced. */
export function TermDay({ day }: { day: string }) {
  return (
    <>
      <DateText day={day} />
      <ProvisionalMark day={day} />
    </>
  );
}

/** A short mark behind a day that may still move; nothing behind any other. */
export function ProvisionalMark({ day }: { day: string | null }) {
  const { t } = useWords("calendar");
  if (!useIsProvisional()(day)) return null;
  return (
    <span className="ml-1 text-xs font-normal whitespace-nowrap text-warn" title={t("provisionalWhy", yearIn(day))}>
      {t("provisionalMark")}
    </span>
  );
}

/** Once on a page, why days on it are marked. */
export function ProvisionalNote({ days }: { days: readonly (string | null)[] }) {
  const { t } = useWords("calendar");
  const marked = days.find(useIsProvisional());
  if (!marked) return null;
  return <p className="mb-4 text-sm text-muted">{t("provisionalWhy", yearIn(marked))}</p>;
}

function yearIn(day: string | null) {
  return { year: yearOf(day ?? "") };
}

function useIsProvisional(): (day: string | null) => boolean {
  const root = useRouteLoaderData<{ announced: number[] }>("root");
  const announced = root?.announced ?? [];
  return (day) => day !== null && isProvisionalDay(day, announced);
}

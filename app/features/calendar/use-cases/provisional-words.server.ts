import type { Say } from "~/i18n/keys";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { isProvisionalDay } from "../domain/provisional";
import { readAnnounced } from "./read-calendar.server";

/** What a table says beside the last day of a term that may still move, as a page marks it; null beside any other day. */
export async function provisionalWords(
  deps: Pick<Deps, "tx">,
  t: Say<"common">,
): Promise<(day: PlainDate | null) => string | null> {
  const announced = (await readAnnounced(deps)).map(({ year }) => year);
  return (day) => (day !== null && isProvisionalDay(day, announced) ? t("calendar:provisionalCell") : null);
}

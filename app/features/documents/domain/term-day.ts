import { isProvisionalDay } from "~/features/calendar/domain/provisional";
import { yearOf, type PlainDate } from "~/kernel/plain-date";
import { chineseDate } from "./chinese-date";

type Announced = { announced: readonly number[] };

/** The last day of a term as a document prints it; one that may still move says so. */
export function termDay({ announced }: Announced, day: PlainDate): string {
  return `${chineseDate(day)}${isProvisionalDay(day, announced) ? "（按预排日历）" : ""}`;
}

/** Why days of a document are marked; empty where none is. */
export function provisionalRemark({ announced }: Announced, days: readonly (PlainDate | null)[]): string {
  const marked = days.find((day) => day !== null && isProvisionalDay(day, announced));
  return marked
    ? `${yearOf(marked)}年的放假安排尚未公布，该日按法定节假日预排；公布后如有变动，工作日天数不变，日期由平台另行告知。`
    : "";
}

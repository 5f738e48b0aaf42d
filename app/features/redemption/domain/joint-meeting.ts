import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";

/** A joint meeting about a disagreement: its day, and the departments that attend, by id. */
export type Meeting = { day: PlainDate; offices: string[] };

/** The field of the form that names an attending department: this and its id. */
export const officeField = "office-";

/** Departments that may be called to a meeting about a case: the lead department and those that join in it. */
export function meetingOffices(config: Pick<RedemptionConfig, "leadDepartmentId" | "coDepartmentIds">): string[] {
  return [config.leadDepartmentId, ...config.coDepartmentIds];
}

/** Reads what the form of a meeting says; a day that is none is empty. */
export function readMeeting(values: Readonly<Record<string, string>>): Meeting {
  const day = readDate(values["meetingDay"] ?? "");
  return {
    day: day.ok ? day.value : "",
    offices: Object.keys(values)
      .filter((name) => name.startsWith(officeField))
      .map((name) => name.slice(officeField.length)),
  };
}

/**
 * What keeps a meeting from being called, as codes of refusals: it is for a day from today on, and at least two departments
 * of the case attend, the lead department among them.
 */
export function meetingProblems(
  config: Pick<RedemptionConfig, "leadDepartmentId" | "coDepartmentIds">,
  { day, offices }: Meeting,
  today: PlainDate,
): ("redemption.meeting-day" | "redemption.meeting-offices")[] {
  const known = meetingOffices(config);
  const isSomeday = isPlainDate(day) && day >= today;
  const isMet =
    offices.length >= 2 && offices.includes(config.leadDepartmentId) && offices.every((id) => known.includes(id));
  return [
    ...(isSomeday ? [] : (["redemption.meeting-day"] as const)),
    ...(isMet ? [] : (["redemption.meeting-offices"] as const)),
  ];
}

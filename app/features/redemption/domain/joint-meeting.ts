import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { Refusal } from "~/kernel/refusal";

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
 * A meeting is called for a day from today on, and at least two departments of the case attend, the lead department among them.
 * @throws Refusal `redemption.meeting-day`, `redemption.meeting-offices` (422)
 */
export function requireMeeting(
  config: Pick<RedemptionConfig, "leadDepartmentId" | "coDepartmentIds">,
  meeting: Meeting | undefined,
  today: PlainDate,
): asserts meeting is Meeting {
  if (!meeting || !isPlainDate(meeting.day) || meeting.day < today) throw new Refusal("redemption.meeting-day", 422);
  const known = meetingOffices(config);
  const { offices } = meeting;
  if (offices.length < 2 || !offices.includes(config.leadDepartmentId) || !offices.every((id) => known.includes(id)))
    throw new Refusal("redemption.meeting-offices", 422);
}

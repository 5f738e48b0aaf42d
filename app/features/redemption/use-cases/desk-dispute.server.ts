import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shanghaiDay } from "~/kernel/plain-date";
import { disagreementOf, type WordedStep } from "../domain/disagreement";
import { meetingOffices } from "../domain/joint-meeting";
import type { Matches } from "../domain/tasks";

type Case = {
  config: RedemptionConfig;
  transitions: readonly WordedStep[];
  tasks: readonly { stage: string; dueOn: string; closedAt: Date | null }[];
};

/** A disagreement of co-departments as officials see it, in words; `department` gives their names. */
export function deskDispute(
  { config, transitions, tasks }: Case,
  isIn: Matches,
  department: (id: string | null) => string | null,
) {
  const found = disagreementOf(transitions, isIn);
  if (!found) return null;
  const { standing, words, meeting, resolution } = found;
  return {
    standing,
    words: words.map(({ departmentId, text, at }) => ({
      department: department(departmentId) ?? "",
      text,
      day: shanghaiDay(at),
    })),
    meeting: meeting && { day: meeting.day, offices: meeting.offices.map((id) => department(id) ?? id) },
    resolution: resolution && { ...resolution, day: shanghaiDay(resolution.at) },
    dueOn: tasks.find(({ stage, closedAt }) => stage === "conferral" && closedAt === null)?.dueOn ?? null,
    offices: meetingOffices(config).map((id) => ({ id, name: department(id) ?? id })),
  };
}

import type { PlainDate } from "~/kernel/plain-date";
import type { Duty, Work } from "./worklist";

/** Working days in which an office says what it has to of a document whose last day is not what presses. */
const documentDays = 20;

/** What waits at the offices of a document: its most pressing duty, due on the document's last day where that is near. */
export type DocumentTask = { stage: Work; term: { lastDay: PlainDate } | { workingDays: number } };

/** The work that the duties of an office about a document make; null where there is none. */
export function taskOf([first]: readonly Duty[]): DocumentTask | null {
  if (!first) return null;
  const { work, due } = first;
  return { stage: work, term: work.startsWith("ends") && due ? { lastDay: due } : { workingDays: documentDays } };
}

import type { PlainDate } from "~/kernel/plain-date";
import type { Subject } from "~/features/work/domain/subject";
import type { Duty, Work } from "./worklist";

/** Working days in which an office says what it has to of a document whose last day is not what presses. */
export const documentDays = 20;

/** What waits at the offices of a document: its most pressing duty, due on the document's last day where that is near (else null). */
export type DocumentTask = { stage: Work; lastDay: PlainDate | null };

/** The work that the duties of an office about a document make; null where there is none. */
export function taskOf([first]: readonly Duty[]): DocumentTask | null {
  return first ? { stage: first.work, lastDay: first.work.startsWith("ends") ? first.due : null } : null;
}

/** A document as a thing that waits. */
export function documentSubject(id: string): Subject {
  return { type: "document", id };
}

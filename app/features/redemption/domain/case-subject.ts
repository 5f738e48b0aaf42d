import type { Subject } from "~/features/work/domain/subject";

/** A case as a thing that waits. */
export function caseSubject(id: string): Subject {
  return { type: "application", id };
}

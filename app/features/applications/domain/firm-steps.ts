/** Steps in which departments confer about a disagreement, as a firm is told of them: that they confer, and that they have ended. */
const conferring: Readonly<Record<string, "DEPARTMENTS_CONFER" | "DEPARTMENTS_AGREED" | null>> = {
  CO_DISAGREE: "DEPARTMENTS_CONFER",
  MEETING_CALLED: null,
  MEETING_FAILED: null,
  CONFERRAL_OVERDUE: null,
  MEETING_AGREED: "DEPARTMENTS_AGREED",
  HEAD_OVERRULED: "DEPARTMENTS_AGREED",
  HEAD_UPHELD: "DEPARTMENTS_AGREED",
};

/** The steps of a case in a firm's words: which office was of which mind is between the offices. */
export function firmSteps<T extends { event: string; departmentId: string | null }>(steps: readonly T[]): T[] {
  return steps.flatMap((step) => {
    const shown = conferring[step.event];
    if (shown === undefined) return [step];
    return shown === null ? [] : [{ ...step, event: shown, departmentId: null }];
  });
}

/** The stage of open work as a firm is told of it. */
export function firmStage(stage: string): string {
  return stage === "headDecision" ? "conferral" : stage;
}

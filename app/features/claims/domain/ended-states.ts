/** States in which a case is over: only the money it left counts. */
export const endedStates = ["closed", "rejected", "withdrawn", "lapsed"] as const;

/** Whether a case is over. */
export function hasEnded(state: string): boolean {
  return (endedStates as readonly string[]).includes(state);
}

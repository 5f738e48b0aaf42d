/** How long something thrown away can be brought back. */
export const undoMs = 10 * 60_000;

/** What was thrown away before this can no longer be brought back. */
export function undoStart(now: Date): Date {
  return new Date(now.getTime() - undoMs);
}

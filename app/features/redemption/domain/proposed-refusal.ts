/** Steps that say what is to become of a case before somebody decides it, and those that void what was said. */
const refusing = new Set(["RECOMMEND_REJECTION", "HEAD_UPHELD"]);
const others = new Set(["RECOMMEND_APPROVAL", "HEAD_OVERRULED", "MEETING_AGREED", "RESUBMIT", "DECISION_OVERTURNED"]);

/**
 * The reason why a case is to be refused, in the words of who advised it last; null where nobody stands for a refusal. It is
 * brought to who decides, since the decision owes the firm its reasons (行政许可法 art. 38).
 * @param steps what happened to the case, oldest first
 */
export function proposedRefusal(steps: readonly { event: string; comment: string | null }[]): string | null {
  const last = steps.findLast(({ event }) => refusing.has(event) || others.has(event));
  return last && refusing.has(last.event) ? last.comment : null;
}

import type { CaseContext } from "./machine-base";

type Kept = {
  id: string;
  objector: string;
  contact: string;
  email: string | null;
  identity: string | null;
  source: string;
  text: string;
  raisedAt: Date;
  admittedAt: Date | null;
  admission: string | null;
  outcome: string | null;
  answer: string | null;
};
/** An objection as an official sees it; `who` is null for everybody but those who look into it. */
export type ShownObjection = Pick<Kept, "id" | "source" | "text" | "raisedAt" | "answer" | "outcome"> & {
  admission: string;
  who: Pick<Kept, "objector" | "contact" | "email" | "identity"> | null;
};

/** Whether somebody looks into objections: at the lead office, with no part in the decision, and without an interest. */
export function looksInto(
  reader: { userId: string; isLead: boolean; mayReview: boolean; hasConflict: boolean },
  { firstReviewerId, deciderId }: Pick<CaseContext, "firstReviewerId" | "deciderId">,
): boolean {
  const { userId, isLead, mayReview, hasConflict } = reader;
  return isLead && mayReview && !hasConflict && userId !== firstReviewerId && userId !== deciderId;
}

/** Name, contact and identity go to those who look into an objection; everybody else sees its words. */
export function shownObjections(kept: readonly Kept[], mayKnow: boolean): ShownObjection[] {
  return kept.map(({ id, objector, contact, email, identity, admission, admittedAt, ...words }) => ({
    id,
    source: words.source,
    text: words.text,
    raisedAt: words.raisedAt,
    answer: words.answer,
    outcome: words.outcome,
    admission: admittedAt ? (admission ?? "office") : "unread",
    who: mayKnow ? { objector, contact, email, identity } : null,
  }));
}

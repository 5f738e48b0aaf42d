/** Stages a desk works on. */
export const deskStages = [
  "listApproval",
  "countyReview",
  "siteVisit",
  "expertScore",
  "leadReview",
  "leadApproval",
  "coReview",
  "conferral",
  "headDecision",
  "ranking",
  "admission",
  "objection",
  "reconsideration",
  "followUp",
  "afterCheck",
  "evaluation",
  "recoveryApproval",
] as const;

/** The filters of the desk as they stand in its address. */
export function readQueueFilter({ searchParams }: URL): { stage?: string; overdue: boolean; q?: string } {
  return {
    stage: deskStages.find((stage) => stage === searchParams.get("stage")),
    overdue: searchParams.get("overdue") === "1",
    q: searchParams.get("q")?.trim().slice(0, 60) || undefined,
  };
}

import type { CaseContext } from "./machine-base";

/** Why work that waits at an office is closed to one of its people. */
export type Bar = "samePerson" | "involved" | "sameRecoverer" | "scored";

const bars: Readonly<Record<string, { bar: Bar; persons: (context: CaseContext) => readonly (string | null)[] }>> = {
  leadApproval: { bar: "samePerson", persons: ({ firstReviewerId }) => [firstReviewerId] },
  listApproval: { bar: "samePerson", persons: ({ firstReviewerId }) => [firstReviewerId] },
  admission: { bar: "involved", persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId] },
  objection: { bar: "involved", persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId] },
  reconsideration: { bar: "involved", persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId] },
  recoveryApproval: { bar: "sameRecoverer", persons: ({ recoveryById }) => [recoveryById] },
  expertScore: { bar: "scored", persons: ({ scoredBy }) => scoredBy },
};

/** The stages whose work is closed to some people of its office. */
export const barredStages: readonly string[] = Object.keys(bars);

/** What keeps a person from the work that waits at the own office because of what they did before; null when nothing does. */
export function barOf(stages: readonly string[], context: CaseContext, userId: string): Bar | null {
  return stages.map((stage) => bars[stage]).find((each) => each?.persons(context).includes(userId))?.bar ?? null;
}

/** The people of an office who may not do the work of a stage: who had a part in what it is about, and who stands aside. */
export function keptFrom(stage: string, context: CaseContext, recusals: readonly { userId: string }[]): string[] {
  const involved = (bars[stage]?.persons(context) ?? []).filter((person) => person !== null);
  return [...involved, ...recusals.map(({ userId }) => userId)];
}

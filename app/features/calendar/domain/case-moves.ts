/** What a change of the calendar moved in a case, and why. */
export type CaseMoves = {
  key: string;
  at: Date;
  reason: { kind: string; year: number; number: string | null; reason: string | null };
  terms: readonly { kind: string; step: string | null; from: string; to: string }[];
};

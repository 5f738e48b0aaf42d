import type { Proposal } from "./proposal";
import type { Clause } from "./span";

/** The longest text that is read at once, in signs. */
export const longestClause = 6000;

/** A text as a draft keeps it. The drafter gives the same for it each time; what a model proposed is kept, for that would not. */
export type KeptClause = {
  clauses: Clause[];
  byId: string;
  at: string;
  /** proposals of a model that held, or why there are none; null where none is configured */
  model: { proposals: Proposal[]; trouble: "away" | "unreadable" | null } | null;
};

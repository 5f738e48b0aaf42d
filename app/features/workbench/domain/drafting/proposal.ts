import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Amount } from "~/features/policies/domain/amount-schema";
import type { Span } from "./span";

/** What a proposal would put into the draft. */
export type Proposed =
  | { kind: "amount"; amount: Amount }
  | { kind: "condition"; condition: Condition }
  | { kind: "once"; every: "ever" | "year" | "project" }
  | { kind: "group"; words: string }
  | { kind: "window"; opens: string | null; closes: string | null }
  | { kind: "term"; from: string | null; to: string | null }
  | { kind: "materials"; materials: string[] }
  | { kind: "department"; name: string };

/** A proposal as it is found, before it has its id. */
export type Found = { what: Proposed; spans: Span[]; others: string[] };

/** One part of a rule that the drafter or a model proposes, with the words it comes from. */
export type Proposal = {
  /** stands once in a drafting and stays the same for the same text */
  id: string;
  what: Proposed;
  /** in the order of the text, none over another */
  spans: readonly Span[];
  /** other facts the words may mean, the likeliest first */
  others: readonly string[];
  by: "drafter" | "model";
};

/** Words of weight that no proposal covers. */
export type Unplaced = Span & { words: string; why: "figure" | "condition" | "title" };

export type Drafting = { text: string; proposals: readonly Proposal[]; unplaced: readonly Unplaced[] };

import type { CaseKind } from "./document-kinds";

/** A document that a move of a case called for; `at` is the moment of the move as ISO text. */
export type DocumentOrder = { applicationId: string; kind: CaseKind; orderKey: string; at: string };

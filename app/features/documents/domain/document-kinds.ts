import { caseKinds } from "~/features/redemption/domain/case-documents";

/** What the platform issues. */
export const documentKinds = [...caseKinds, "statement"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Last character of the 代字 of each official document. */
export const kindMarks: Partial<Record<DocumentKind, string>> = {
  acceptance: "受",
  correction: "补",
  approval: "决",
  rejection: "决",
  publicity: "示",
  payment: "付",
};

import type { NoticeKind } from "~/features/notices/domain/notice-kinds";
import type { CaseState } from "./decide";

const told = [
  "countyReview",
  "assessment",
  "departmentReview",
  "ranking",
  "correcting",
  "publicity",
  "confirming",
  "awaitingBudget",
  "payment",
  "closed",
  "rejected",
  "reconsidering",
  "lapsed",
] as const;

/** A term that ended without the firm has its own words, by what was waited for. */
const lapsed: Partial<Record<CaseState, NoticeKind>> = { confirming: "case.unconfirmed", draft: "case.draftLapsed" };

/** What a firm is told when its case moves; null where it stays, or where the firm moved it itself. */
export function firmNotice(from: CaseState, to: CaseState): NoticeKind | null {
  const state = told.find((each) => each === to);
  if (!state || from === to) return null;
  if (from === "reconsidering") return to === "rejected" ? "case.upheld" : "case.overturned";
  return (to === "lapsed" ? lapsed[from] : undefined) ?? `case.${state}`;
}

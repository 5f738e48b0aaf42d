import type { NoticeKind } from "~/features/notices/domain/notice-kinds";
import { caseStateOf, type CaseState } from "~/features/claims/domain/case-states";

/** A term that ended without the firm has its own words, by what was waited for. */
const lapsed: Partial<Record<CaseState, NoticeKind>> = { confirming: "case.unconfirmed", draft: "case.draftLapsed" };

/** What a firm is told when its case moves; null where it stays, or where the firm moved it itself. */
export function firmNotice(from: CaseState, to: CaseState): NoticeKind | null {
  const { notice } = caseStateOf[to];
  if (notice === null || from === to) return null;
  if (from === "reconsidering") return to === "rejected" ? "case.upheld" : "case.overturned";
  return (to === "lapsed" ? lapsed[from] : undefined) ?? notice;
}
